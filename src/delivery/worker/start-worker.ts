import { EventEmitter, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { parseCronItems, type Runner, run, type WorkerEvents, type WorkerPool } from "graphile-worker";
import pg from "pg";
import { withRole } from "#database/database-urls.ts";
import { logger } from "#delivery/http/logger.ts";
import { env } from "#env.ts";
import type { MailRoute } from "#modules/notifications/send-notification.ts";
import { cronItems, taskList } from "./tasks.ts";
import { workerLog } from "./worker-log.ts";
import { startPulse } from "./worker-pulse.ts";

/** Few at a time where people wait for the same process: their bookings come first, the e-mails a moment later. */
const concurrency = env.ROLE === "worker" ? 8 : 2;
/** New jobs wake the worker by NOTIFY; looking for them as well covers a lost notification. */
const pollEveryMs = 1_000;
const restartAfterMs = [1_000, 2_000, 5_000, 10_000];

/**
 * What is done is marked so in batches, at once. One by one, the queue waits for no answer, and a database that went away
 * just then would end the process; a batch that fails ends the queue, which is started again.
 */
const inBatches = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

export type WorkerSettings = {
  /** The job worker's login; it acts as slotkeeper_jobs. */
  jobsUrl: string;
  connectMailer: () => Promise<MailRoute>;
};

export type RunningWorker = {
  /** Resolves once jobs are being worked on. */
  ready: Promise<void>;
  /** Lets the jobs in progress finish, then lets go of everything. */
  stop(): Promise<void>;
};

/** Works on jobs until it is stopped; a queue that ends by itself (its database went away) is started again. */
export function startWorker(settings: WorkerSettings): RunningWorker {
  const jobsUrl = withRole(settings.jobsUrl, "slotkeeper_jobs");
  const pool = openPool(jobsUrl);
  const stopping = new AbortController();
  let announceReady = () => {};
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });

  const work = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      const startedWell = await runOnce({
        settings,
        jobsUrl,
        pool,
        stopping: stopping.signal,
        announceReady,
      });
      if (startedWell) failures = 0;
      if (stopping.signal.aborted) break;
      const wait = restartAfterMs[Math.min(failures, restartAfterMs.length - 1)];
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const working = work();

  return {
    ready,
    async stop() {
      stopping.abort();
      await working;
      await pool.end();
    },
  };
}

function openPool(jobsUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: jobsUrl,
    max: concurrency + 2,
    application_name: "slotkeeper worker",
  });
  // A connection that breaks is replaced; without listeners it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

type Session = {
  settings: WorkerSettings;
  jobsUrl: string;
  pool: pg.Pool;
  stopping: AbortSignal;
  announceReady: () => void;
};

/** One life of the queue, from its start until it ends or is stopped. Returns whether it had started. */
async function runOnce({ settings, jobsUrl, pool, stopping, announceReady }: Session): Promise<boolean> {
  const events: WorkerEvents = new EventEmitter();
  const opened = once(events, "pool:create") as Promise<[{ workerPool: WorkerPool }]>;
  let runner: Runner;
  try {
    runner = await run({
      pgPool: pool,
      events,
      logger: workerLog,
      concurrency,
      pollInterval: pollEveryMs,
      noHandleSignals: true,
      taskList: taskList(settings.connectMailer),
      parsedCronItems: parseCronItems(cronItems),
      preset: { worker: inBatches },
    });
  } catch (error) {
    logger().error({ err: error }, "the job worker cannot start");
    return false;
  }
  const [{ workerPool }] = await opened;
  const pulse = startPulse(workerPool.id, pool, jobsUrl);
  // Asked again at the next start; whatever is wrong with the database now ends this one.
  await runner.addJob("check-zone-data", {}, { jobKey: "check-zone-data" }).catch((error) => {
    logger().warn({ err: error }, "the zone data cannot be compared");
  });
  announceReady();
  const stop = () => runner.stop().catch(() => {});
  if (stopping.aborted) await stop();
  else stopping.addEventListener("abort", stop, { once: true });
  await runner.promise.catch((error) => logger().error({ err: error }, "the job worker ended"));
  stopping.removeEventListener("abort", stop);
  await pulse.stop();
  return true;
}
