import { pendingMigrations } from "./migrate.ts";
import { diffDatabaseToSchema } from "./schema-engine.ts";

/** How a database differs from the files of prisma/: nothing pending and no SQL means that they agree. */
export type Drift = {
  /** Migrations that are not applied yet. */
  pending: string[];
  /** Statements that would make the database what prisma/schema says; null when there are none. */
  sql: string | null;
};

/**
 * Compares a database with the schema files. What Prisma's language cannot say (exclusion and check constraints,
 * policies, functions, partial indexes, grants) its engine does not see either, so none of it shows as drift; the
 * tests of the catalogue cover those.
 */
export async function findDrift(ownerUrl: string): Promise<Drift> {
  const pending = await pendingMigrations(ownerUrl);
  const sql = await diffDatabaseToSchema(ownerUrl);
  const statements = sql.replaceAll(/^--.*$/gm, "").trim();
  return { pending, sql: statements ? sql.trim() : null };
}
