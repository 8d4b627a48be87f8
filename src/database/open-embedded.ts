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

/** Starts (or joins) the embedded server of a data folder and makes roles and database when they are missing. */
export async function openEmbeddedDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  const server = await startEmbeddedServer({ dataDir });
  const admin = new pg.Client({ connectionString: addressOf(server, "postgres") });
  // The server may be stopped by whoever is in charge; the next statement elsewhere will say so.
  admin.on("error", () => {});
  await admin.connect();
  const { rows } = await admin.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [
    chargeLock,
  ]);
  const inCharge = rows[0]?.got ?? false;
  const close = async () => {
    await admin.end().catch(() => {});
    if (inCharge) await server.stop();
  };
  try {
    if (inCharge) await makeDatabase(admin, server);
  } catch (error) {
    await close();
    throw error;
  }
  return { urls: urlsOf(server), inCharge, close };
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
