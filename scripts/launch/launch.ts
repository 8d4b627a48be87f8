// The second half of `npm start`, on the project's own Node: database, secrets, demo data, build, then the server.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type DatabaseUrls, outsideDatabaseUrls } from "#database/database-urls.ts";
import { openEmbeddedDatabase } from "#database/open-embedded.ts";
import { prepareDatabase } from "#database/prepare-database.ts";
import { type Environment, parseEnvironment } from "#env.ts";
import { announce } from "./announce.ts";
import { ensureBuilt, ensureClient, root } from "./build.ts";
import { provideSecrets } from "./secrets.ts";
import { seedWhenEmpty } from "./seed.ts";
import { type RunningServer, startServer } from "./server.ts";

type Database = { urls: DatabaseUrls; words: string; close(): Promise<void> };

const stopping = new AbortController();
const progress = { say: (line: string) => console.log(`  ${line}`), signal: stopping.signal };
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());

try {
  await launch();
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`\n${describeError(error)}`);
    process.exitCode = 1;
  }
}

async function launch(): Promise<void> {
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = parseEnvironment(process.env);
  console.log("\nSlotkeeper\n");
  const client = ensureClient(progress);
  client.catch(() => {});
  const database = await openDatabase(env);
  try {
    const applied = await prepareDatabase(database.urls);
    progress.say(
      `Database: ${database.words}${applied.length > 0 ? `, ${applied.length} migrations applied` : ""}`,
    );
    await client;
    await serve(env, database.urls);
  } finally {
    await database.close();
    if (stopping.signal.aborted) console.log("Stopped. Everything is saved.");
  }
}

async function openDatabase(env: Environment): Promise<Database> {
  if (process.env.DATABASE_URL?.trim()) {
    const { DATABASE_URL, DATABASE_OWNER_URL } = env;
    const { DATABASE_JOBS_URL } = process.env;
    const urls = outsideDatabaseUrls({ DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL });
    return { urls, words: new URL(urls.app).host, close: async () => {} };
  }
  const dataDir = resolve(env.DATA_DIR);
  const { urls, inCharge, close } = await openEmbeddedDatabase(dataDir);
  if (!inCharge) {
    await close();
    throw new Error(
      `Another Slotkeeper is running on ${dataDir}. Stop it, or choose another folder: DATA_DIR=…`,
    );
  }
  return { urls, words: `embedded PostgreSQL on ${new URL(urls.app).host}, data in ${env.DATA_DIR}`, close };
}

async function serve(env: Environment, urls: DatabaseUrls): Promise<void> {
  const secrets = await provideSecrets(process.env, resolve(env.DATA_DIR));
  const environment = {
    ...process.env,
    ...secrets.values,
    NODE_ENV: "production",
    PORT: String(env.PORT),
    DATABASE_URL: urls.app,
    DATABASE_JOBS_URL: urls.jobs,
    // The owner's password stays here: whoever takes over the server must not be able to switch off the policies.
    DATABASE_OWNER_URL: undefined,
    DATABASE_ADMIN_URL: undefined,
    DEMO: String(env.DEMO),
  };
  if (env.DEMO) await seedWhenEmpty(environment, urls.owner, progress);
  await ensureBuilt(progress);
  if (stopping.signal.aborted) return;
  const server = await startServer(environment, stopping.signal);
  await announce(env, { port: server.port, secretsGenerated: secrets.generated, databaseUrl: urls.app });
  await untilStopped(server);
}

/** Waits for a signal, then for the server to finish its requests and jobs. */
async function untilStopped(server: RunningServer): Promise<void> {
  const aborted = new Promise<"aborted">((done) => {
    if (stopping.signal.aborted) done("aborted");
    stopping.signal.addEventListener("abort", () => done("aborted"));
  });
  const first = await Promise.race([aborted, server.ended]);
  if (first !== "aborted") throw new Error(`The server ended by itself (${first}). Its message is above.`);
  console.log("\nStopping …");
  await server.stop();
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.LOG_LEVEL === "debug" ? (error.stack ?? error.message) : error.message;
}
