import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { createDatabase } from "#database/roles.ts";
import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import { templateDatabase, testUrls } from "./database-cluster.ts";

/** A test file's own database, there from `beforeAll` on. */
export type TestDatabase = {
  /** Addresses of this database for the application, the job worker, the owner and a superuser. */
  urls: ReturnType<typeof testUrls>;
  /** A connection as the owner of the tables: row-level security is forced, so it sees no tenant's rows either. */
  owner: pg.Client;
  /** A connection that sees and may do everything: for asserting on rows and for the catalogue. */
  superuser: pg.Client;
};

/**
 * Gives the test file a fresh copy of the migrated database and points the application's pool at it, so that
 * `withTenant` and the verbs work as in production. Call it once, at the top of a `*.db.test.ts` file.
 */
export function useDatabase(): TestDatabase {
  const database = {} as TestDatabase;
  beforeAll(async () => {
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    Object.assign(database, await openCopy(name));
    connectDatabase(database.urls.app);
  });
  afterAll(async () => {
    await disconnectDatabase();
    await Promise.all([database.owner?.end(), database.superuser?.end()]);
  });
  return database;
}

/** Copies the template; the whole cluster is thrown away after the run, so nothing is dropped one by one. */
async function openCopy(name: string): Promise<TestDatabase> {
  const cluster = inject("testCluster");
  const admin = new pg.Client({ connectionString: testUrls(cluster, "postgres").superuser });
  await admin.connect();
  try {
    await createDatabase(admin, name, { template: templateDatabase });
  } finally {
    await admin.end();
  }
  const urls = testUrls(cluster, name);
  const owner = new pg.Client({ connectionString: urls.owner });
  const superuser = new pg.Client({ connectionString: urls.superuser });
  await Promise.all([owner.connect(), superuser.connect()]);
  return { urls, owner, superuser };
}
