import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { createDatabase } from "#database/roles.ts";
import { testUrls } from "./database-cluster.ts";

/** Makes a database without any table, for tests of the migrator itself, and returns its addresses. */
export async function createEmptyDatabase(): Promise<ReturnType<typeof testUrls>> {
  const cluster = inject("testCluster");
  const admin = new pg.Client({ connectionString: testUrls(cluster, "postgres").superuser });
  await admin.connect();
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  try {
    await createDatabase(admin, name);
  } finally {
    await admin.end();
  }
  return testUrls(cluster, name);
}
