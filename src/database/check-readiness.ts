import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { platformQuery } from "./tenant-context.ts";

export type Readiness = { ready: true } | { ready: false; reason: string };

type AppliedRow = { migration_name: string; finished: boolean };

const longestWaitMs = 2000;

const applied = `SELECT migration_name, finished_at IS NOT NULL AS finished
  FROM _prisma_migrations WHERE rolled_back_at IS NULL`;

/** Whether the database answers (within 2 seconds) and has every migration that this version brings. */
export async function checkReadiness(folder = join(process.cwd(), "prisma/migrations")): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(
      () => resolve({ ready: false, reason: "the database does not answer" }),
      longestWaitMs,
    );
  });
  const checked = compareMigrations(folder).catch((error) => ({
    ready: false as const,
    reason: reasonOf(error),
  }));
  const readiness = await Promise.race([checked, late]);
  clearTimeout(timer);
  return readiness;
}

async function compareMigrations(folder: string): Promise<Readiness> {
  const rows = await platformQuery<AppliedRow>(applied, [], "check_readiness");
  const finished = new Set(rows.filter((row) => row.finished).map((row) => row.migration_name));
  const entries = await readdir(/* turbopackIgnore: true */ folder, { withFileTypes: true });
  const missing = entries.filter((entry) => entry.isDirectory() && !finished.has(entry.name));
  if (missing.length === 0) return { ready: true };
  return {
    ready: false,
    reason: `the database lacks ${missing.length} of the migrations: run \`npm run migrate\``,
  };
}

/** Words for an operator; addresses and logins stay out of what anybody may read. */
function reasonOf(error: unknown): string {
  const { code } = error as { code?: string };
  const noTable = "42P01";
  const noRight = "42501";
  if (code === noTable || code === noRight) return "the database is not migrated: run `npm run migrate`";
  return `the database cannot be reached${code ? ` (${code})` : ""}`;
}
