// npm run migrate                       applies the migrations
// npm run migrate -- --check            compares the migrated database with prisma/schema; exit code 1 on drift
// npm run migrate -- --new "sentence"   writes the difference as a new migration, to be finished by hand
// npm run migrate -- --roles            makes the roles on a server of your own (DATABASE_ADMIN_URL: a superuser)
//
// Works on DATABASE_OWNER_URL, or without DATABASE_URL on the embedded server of DATA_DIR.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type DatabaseUrls, outsideDatabaseUrls } from "#database/database-urls.ts";
import { findDrift } from "#database/drift.ts";
import { migrationsFolder } from "#database/migration-files.ts";
import { openEmbeddedDatabase } from "#database/open-embedded.ts";
import { prepareDatabase } from "#database/prepare-database.ts";
import { appLogin, bootstrapRoles, createDatabase, jobsLogin, ownerLogin } from "#database/roles.ts";
import { openOperatorDatabase } from "./operator-database.ts";

const [option, ...words] = process.argv.slice(2);

try {
  process.exitCode = await run();
} catch (error) {
  console.error(process.env.LOG_LEVEL === "debug" ? error : (error as Error).message);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (option === "--roles") return makeRoles();
  const work = { undefined: apply, "--check": check, "--new": writeNew }[String(option)];
  if (!work) throw new Error(`Unknown option ${option}; there are --check, --new <sentence> and --roles`);
  const database = await openOperatorDatabase(openEmbedded);
  try {
    return await work(database.urls);
  } finally {
    await database.close();
  }
}

/** A check before the first start has nothing to look at, so it looks at a throw-away database. */
async function openEmbedded(dataDir: string) {
  if (option !== "--check" || existsSync(join(dataDir, "postgres"))) return openEmbeddedDatabase(dataDir);
  const scratch = await mkdtemp(join(tmpdir(), "slotkeeper-check-"));
  const database = await openEmbeddedDatabase(scratch);
  await prepareDatabase(database.urls);
  const close = async () => {
    await database.close();
    await rm(scratch, { recursive: true, force: true });
  };
  return { urls: database.urls, close };
}

async function apply(urls: DatabaseUrls): Promise<number> {
  const applied = await prepareDatabase(urls);
  for (const name of applied) console.log(`applied ${name}`);
  console.log(applied.length === 0 ? "The database is up to date." : `${applied.length} applied.`);
  return 0;
}

async function check(urls: DatabaseUrls): Promise<number> {
  const { pending, sql } = await findDrift(urls.owner);
  for (const name of pending) console.error(`not applied: ${name}`);
  if (sql) console.error(`The database is not what prisma/schema says. To get there:\n\n${sql}`);
  if (pending.length > 0 || sql) return 1;
  console.log("The database is what prisma/schema and prisma/migrations say.");
  return 0;
}

async function writeNew(urls: DatabaseUrls): Promise<number> {
  const sentence = words
    .join("_")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_");
  if (!sentence)
    throw new Error('Name the migration: npm run migrate -- --new "add a colour to the service"');
  await prepareDatabase(urls);
  const { sql } = await findDrift(urls.owner);
  if (!sql) {
    console.log("Nothing to write: the migrations say what prisma/schema says.");
    return 0;
  }
  const now = await databaseTime(urls);
  const path = join(migrationsFolder, `${now}_${sentence}`, "migration.sql");
  await mkdir(join(path, ".."));
  await writeFile(path, `-- Why:\n-- Locks:\n-- Way back:\n\n${sql}\n`, { flag: "wx" });
  console.log(
    `Wrote ${path}. Finish it by hand: the reason, what it locks, the way back, policies and grants.`,
  );
  return 0;
}

async function databaseTime(urls: DatabaseUrls): Promise<string> {
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  const { rows } = await client.query("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS') AS now");
  await client.end();
  return rows[0].now;
}

/** Takes logins, passwords and the database's name from the addresses that the application will use. */
async function makeRoles(): Promise<number> {
  const { DATABASE_ADMIN_URL, DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL } = process.env;
  if (!DATABASE_ADMIN_URL) throw new Error("--roles needs DATABASE_ADMIN_URL, the address of a superuser");
  const urls = outsideDatabaseUrls({ DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL });
  const password = (url: string, login: string) => {
    const { username, password } = new URL(url);
    if (decodeURIComponent(username) !== login)
      throw new Error(`The user of ${new URL(url).host} must be ${login}`);
    return decodeURIComponent(password);
  };
  const admin = new pg.Client({ connectionString: DATABASE_ADMIN_URL });
  await admin.connect();
  try {
    await bootstrapRoles(admin, {
      owner: password(urls.owner, ownerLogin),
      app: password(urls.app, appLogin),
      jobs: password(urls.jobs, jobsLogin),
    });
    await createDatabase(admin, decodeURIComponent(new URL(urls.owner).pathname.slice(1)));
  } finally {
    await admin.end();
  }
  console.log("Roles and database are there. Next: npm run migrate");
  return 0;
}
