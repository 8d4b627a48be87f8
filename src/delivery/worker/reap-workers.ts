import type pg from "pg";
import { withPlatform } from "#database/tenant-context.ts";

/** A worker that holds its connection but has not been heard of for this long hangs. */
const silentAfter = "30 seconds";

const workersWithJobs =
  "SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL";

// The lock is held by the worker's own connection: it is free as soon as the process is gone, however it ended.
const workersWithoutConnection =
  "SELECT id FROM unnest($1::text[]) AS id WHERE pg_try_advisory_xact_lock(hashtextextended(id, 0))";

const silentWorkers =
  "SELECT worker_id AS id FROM worker_heartbeat WHERE worker_id = ANY ($1) AND beat_at < clock_timestamp() - $2::interval";

type WorkerRow = { id: string };

/**
 * Frees the jobs of workers that are gone, so that others run them again at once instead of after four hours. `jobs` is
 * a connection of the job worker's login, `self` the worker that asks. Jobs of a worker that was only cut off for a
 * moment may run twice, which every job allows for. Returns the workers that were gone.
 */
export async function reapWorkers(jobs: Pick<pg.Pool, "query">, self: string): Promise<string[]> {
  const busy = idsOf((await jobs.query<WorkerRow>(workersWithJobs)).rows).filter((id) => id !== self);
  if (busy.length === 0) return [];
  const unconnected = await jobs.query<WorkerRow>(workersWithoutConnection, [busy]);
  const silent = await withPlatform(({ sql }) => sql<WorkerRow>(silentWorkers, [busy, silentAfter]));
  const gone = [...new Set([...idsOf(unconnected.rows), ...idsOf(silent)])];
  if (gone.length === 0) return [];
  await jobs.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [gone]);
  await withPlatform(({ sql }) => sql("DELETE FROM worker_heartbeat WHERE worker_id = ANY ($1)", [gone]));
  return gone;
}

function idsOf(rows: WorkerRow[]): string[] {
  return rows.map((row) => row.id);
}
