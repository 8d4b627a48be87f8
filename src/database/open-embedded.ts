import pg from "pg";
import { type DatabaseUrls, databaseUrl } from "./database-urls.ts";
import { type EmbeddedServer, startEmbeddedServer } from "./embedded-server.ts";
import { appLogin, bootstrapRoles, createDatabase, jobsGroup, jobsLogin, ownerLogin } from "./roles.ts";

/** The product's database on an embedded server. */
export type EmbeddedDatabase = {
  urls: DatabaseUrls;
  /** False when another process of ours works on this data folder: it will stop the server, `close` will not. */
  inCharge: boolean;
  close(): Promise<void>;
};

const databaseName = "slotkeeper";

/** Held for as long as a process is in charge of a data folder; PostgreSQL frees it when that process dies. */
const chargeLock = 7_205_759_402;

/**
 * Starts (or joins) the embedded server of a data folder and makes roles and database when they are missing. While
 * the one in charge is open, it starts a server that was killed again, on the same port.
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  let closing = false;
  let server = await startEmbeddedServer({ dataDir });
  let charge = await takeCharge(server);
  let restarting: Promise<void> = Promise.resolve();
  const restart = async () => {
    console.error("PostgreSQL ended unexpectedly; starting it again …");
    server = await startEmbeddedServer({ dataDir });
    charge = await takeCharge(server);
    watch();
  };
  const watch = () => {
    void server.ended.then(() => {
      if (!closing) restarting = restart().catch((error: Error) => console.error(error.message));
    });
  };
  const close = async () => {
    closing = true;
    await restarting;
    await charge.admin.end().catch(() => {});
    if (charge.got) await server.stop();
  };
  try {
    if (charge.got) await makeDatabase(charge.admin, server);
  } catch (error) {
    await close();
    throw error;
  }
  if (charge.got) watch();
  return { urls: urlsOf(server), inCharge: charge.got, close };
}

async function takeCharge(server: EmbeddedServer): Promise<{ admin: pg.Client; got: boolean }> {
  const admin = new pg.Client({ connectionString: addressOf(server, "postgres") });
  // It breaks when the server goes away; the next statement elsewhere will say so.
  admin.on("error", () => {});
  await admin.connect();
  const { rows } = await admin.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [
    chargeLock,
  ]);
  return { admin, got: rows[0]?.got ?? false };
}

/** Only once: passwords and grants stay as they are, so that a start costs one look at the catalogue. */
async function makeDatabase(admin: pg.Client, server: EmbeddedServer): Promise<void> {
  const found = await admin.query("SELECT FROM pg_database WHERE datname = $1", [databaseName]);
  if (found.rowCount) return;
  await bootstrapRoles(admin, server.passwords);
  await createDatabase(admin, databaseName);
}

function addressOf(server: EmbeddedServer, database: string): string {
  const { host, port, passwords } = server;
  return databaseUrl({ host, port, database, user: "postgres", password: passwords.superuser });
}

function urlsOf(server: EmbeddedServer): DatabaseUrls {
  const { passwords } = server;
  const at = { host: server.host, port: server.port, database: databaseName };
  return {
    app: databaseUrl({ ...at, user: appLogin, password: passwords.app }),
    jobs: databaseUrl({ ...at, user: jobsLogin, password: passwords.jobs, role: jobsGroup }),
    owner: databaseUrl({ ...at, user: ownerLogin, password: passwords.owner }),
  };
}
