import { randomUUID } from "node:crypto";
import pg from "pg";
import { type MigrationFile, readMigrations } from "./migration-files.ts";

/** Raised when a migration cannot be applied; the message names the file, the line and the statement. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null };

/** Any number would do, as long as nothing else uses it. */
const advisoryLock = 7_205_759_403;

/** The table of `prisma migrate deploy`, column for column, so that Prisma's own tools find what they expect. */
const historyTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations that the database does not have yet, as the owner, and returns their names. Several
 * processes may start at once: one works, the others wait for it. Throws MigrationError.
 */
export async function migrate(ownerUrl: string, files?: MigrationFile[]): Promise<string[]> {
  const migrations = files ?? (await readMigrations());
  return asOwner(ownerUrl, async (client) => {
    // Released with the connection, so a killed migrator never blocks the next one.
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await client.query("SET lock_timeout = '30s'");
    await client.query(historyTable);
    // So that the application can tell whether its database is the one it was made for (see check-readiness.ts).
    await client.query("GRANT SELECT ON _prisma_migrations TO slotkeeper_app");
    const pending = decidePending(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  });
}

/** Names of the migrations that `migrate` would apply. Throws MigrationError when applied files were changed. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const migrations = await readMigrations();
  return asOwner(ownerUrl, async (client) => {
    const found = await client.query("SELECT to_regclass('public._prisma_migrations') AS name");
    const applied = found.rows[0].name ? await readApplied(client) : [];
    return decidePending(migrations, applied).map((migration) => migration.name);
  });
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "slotkeeper migrate" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows;
}

function decidePending(migrations: MigrationFile[], applied: AppliedRow[]): MigrationFile[] {
  const unfinished = applied.find((row) => !row.finished_at);
  if (unfinished) {
    throw new MigrationError(
      `The migration ${unfinished.migration_name} stopped half-way (it runs without a transaction). Finish or undo ` +
        "it by hand, then set finished_at or rolled_back_at of its row in _prisma_migrations.",
    );
  }
  const byName = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  const changed = migrations.find((file) => byName.has(file.name) && byName.get(file.name) !== file.checksum);
  if (changed) {
    throw new MigrationError(
      `The migration ${changed.name} was changed after it was applied. Restore the file and write a new migration.`,
    );
  }
  const known = new Set(migrations.map((file) => file.name));
  const newer = applied.find((row) => !known.has(row.migration_name));
  if (newer) {
    throw new MigrationError(
      `The database has the migration ${newer.migration_name}, which this version does not know. It was used with a ` +
        "newer version, or a migration was renamed.",
    );
  }
  return migrations.filter((file) => !byName.has(file.name));
}

async function apply(client: pg.Client, migration: MigrationFile): Promise<void> {
  const id = randomUUID();
  if (migration.transaction) await client.query("BEGIN");
  try {
    await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
      id,
      migration.checksum,
      migration.name,
    ]);
    for (const statement of migration.statements) await runStatement(client, migration.name, statement);
    // clock_timestamp(): inside the transaction now() would give the same instant as started_at.
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1",
      [id],
    );
    if (migration.transaction) await client.query("COMMIT");
  } catch (error) {
    if (migration.transaction) await client.query("ROLLBACK");
    else await recordFailure(client, id, error as Error);
    throw error;
  }
}

async function recordFailure(client: pg.Client, id: string, error: Error): Promise<void> {
  await client
    .query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, error.message])
    .catch(() => {});
}

async function runStatement(client: pg.Client, name: string, statement: { text: string; line: number }) {
  try {
    await client.query(statement.text);
  } catch (cause) {
    const { message, detail, hint, code } = cause as pg.DatabaseError;
    const more = [detail, hint].filter(Boolean).join(" ");
    throw new MigrationError(
      `${name}/migration.sql, line ${statement.line}: ${message} (${code})${more ? ` ${more}` : ""}\n\n` +
        statement.text.split("\n").slice(0, 20).join("\n"),
      { cause },
    );
  }
}
