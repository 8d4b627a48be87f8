import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { databaseUrl } from "#database/database-urls.ts";
import { type EmbeddedServer, startEmbeddedServer } from "#database/embedded-server.ts";
import { prepareDatabase } from "#database/prepare-database.ts";
import {
  appLogin,
  bootstrapRoles,
  createDatabase,
  jobsGroup,
  jobsLogin,
  ownerLogin,
} from "#database/roles.ts";

/** What a test file needs to know of the run's cluster. */
export type TestCluster = Pick<EmbeddedServer, "host" | "port" | "passwords">;

declare module "vitest" {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** A migrated, empty database; every test file works on a copy of it. */
export const templateDatabase = "slotkeeper_template";

/** Vitest's globalSetup: one throw-away cluster for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "slotkeeper-test-"));
  let server: EmbeddedServer | undefined;
  const stop = async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    server = await startEmbeddedServer({ dataDir, unsafeFast: true });
    await prepareTemplate(server);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("testCluster", { host: server.host, port: server.port, passwords: server.passwords });
  return stop;
}

async function prepareTemplate(server: EmbeddedServer): Promise<void> {
  const admin = new pg.Client({ connectionString: testUrls(server, "postgres").superuser });
  await admin.connect();
  try {
    await bootstrapRoles(admin, server.passwords);
    await createDatabase(admin, templateDatabase);
  } finally {
    await admin.end();
  }
  await prepareDatabase(testUrls(server, templateDatabase));
}

/** The addresses of one database of the cluster, for each kind of caller. */
export function testUrls(cluster: TestCluster, database: string) {
  const { host, port, passwords } = cluster;
  const at = { host, port, database };
  return {
    superuser: databaseUrl({ ...at, user: "postgres", password: passwords.superuser }),
    owner: databaseUrl({ ...at, user: ownerLogin, password: passwords.owner }),
    app: databaseUrl({ ...at, user: appLogin, password: passwords.app }),
    jobs: databaseUrl({ ...at, user: jobsLogin, password: passwords.jobs, role: jobsGroup }),
  };
}
