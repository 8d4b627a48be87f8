import pg from "pg";
import { withPlatform } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { reapWorkers } from "./reap-workers.ts";

const beatEveryMs = 5_000;

const writeBeat = `
  INSERT INTO worker_heartbeat (worker_id, beat_at) VALUES ($1, clock_timestamp())
  ON CONFLICT (worker_id) DO UPDATE SET beat_at = clock_timestamp()`;

/** Shows that a worker lives, and looks after the jobs of those that do not. */
export type WorkerPulse = { stop(): Promise<void> };

/**
 * Starts the pulse of the worker `id`: at once and every five seconds it makes sure that a connection of its own holds
 * its lock, writes its heartbeat, and frees the jobs of workers that are gone.
 */
export function startPulse(id: string, jobs: pg.Pool, jobsUrl: string): WorkerPulse {
  let lock: pg.Client | undefined;
  let stopped = false;
  let beating: Promise<void> | undefined;

  const holdLock = async () => {
    const client = new pg.Client({ connectionString: jobsUrl, application_name: "slotkeeper worker" });
    client.on("error", () => {
      if (lock === client) lock = undefined;
    });
    await client.connect();
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [id]);
    lock = client;
  };

  const beat = async () => {
    if (!lock) await holdLock();
    await withPlatform(({ sql }) => sql(writeBeat, [id]));
    const gone = await reapWorkers(jobs, id);
    if (gone.length > 0) logger().warn({ workers: gone.length }, "freed the jobs of workers that are gone");
  };

  const beatOnce = () => {
    if (stopped || beating) return;
    beating = beat()
      .catch((error) => logger().error({ err: error }, "the worker's heartbeat failed"))
      .finally(() => {
        beating = undefined;
      });
  };

  const timer = setInterval(beatOnce, beatEveryMs);
  timer.unref();
  beatOnce();

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await beating;
      await withPlatform(({ sql }) => sql("DELETE FROM worker_heartbeat WHERE worker_id = $1", [id])).catch(
        () => {},
      );
      await lock?.end().catch(() => {});
    },
  };
}
