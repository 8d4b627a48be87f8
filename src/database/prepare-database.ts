import pg from "pg";
import type { DatabaseUrls } from "./database-urls.ts";
import { migrate } from "./migrate.ts";
import { grantDatabase } from "./roles.ts";

/**
 * Brings an existing database up to date: grants, the job queue's schema (made by slotkeeper_jobs, before our own
 * migrations because `enqueue()` refers to it), then the migrations. Returns the names of those it applied.
 */
export async function prepareDatabase(urls: Pick<DatabaseUrls, "owner" | "jobs">): Promise<string[]> {
  if (!(await hasJobQueue(urls.owner))) {
    await installJobQueue(urls.jobs);
  }
  return migrate(urls.owner);
}

async function hasJobQueue(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const found = await owner.query("SELECT FROM pg_namespace WHERE nspname = 'graphile_worker'");
    if (found.rowCount) return true;
    await grantDatabase(owner);
    return false;
  } finally {
    await owner.end();
  }
}

/** Only for a new database: the worker itself brings its schema up to date when it starts. */
async function installJobQueue(jobsUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: jobsUrl, logger: new Logger(() => () => {}) });
}
