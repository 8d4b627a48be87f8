import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type SqlStatement, splitStatements } from "./split-statements.ts";

/** One `prisma/migrations/<time>_<sentence>/migration.sql`. */
export type MigrationFile = {
  name: string;
  /** SHA-256 of the file in hex, as Prisma computes it. */
  checksum: string;
  statements: SqlStatement[];
  /** False when the file's header says `-- no-transaction` (for CREATE INDEX CONCURRENTLY and the like). */
  transaction: boolean;
};

export const migrationsFolder = join(import.meta.dirname, "../../prisma/migrations");

/** All migrations in the order of their names, which begin with the time. */
export async function readMigrations(folder: string = migrationsFolder): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<MigrationFile> {
  const path = join(folder, name, "migration.sql");
  const script = await readFile(path, "utf8");
  const header = script.slice(0, script.search(/^(?!--|\s*$)/m) >>> 0);
  try {
    return {
      name,
      checksum: createHash("sha256").update(script).digest("hex"),
      statements: splitStatements(script),
      transaction: !/^--\s*no-transaction\b/m.test(header),
    };
  } catch (cause) {
    throw new Error(`${path}: ${(cause as Error).message}`, { cause });
  }
}
