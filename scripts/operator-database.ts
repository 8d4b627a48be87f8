import { type DatabaseUrls, outsideDatabaseUrls } from "#database/database-urls.ts";
import { openEmbeddedDatabase } from "#database/open-embedded.ts";

export type OperatorDatabase = { urls: DatabaseUrls; close(): Promise<void> };

/** What an operator's command works on: DATABASE_OWNER_URL, or without DATABASE_URL the embedded server of DATA_DIR. */
export async function openOperatorDatabase(
  openEmbedded: (dataDir: string) => Promise<OperatorDatabase> = openEmbeddedDatabase,
): Promise<OperatorDatabase> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL, DATA_DIR } = process.env;
  if (!DATABASE_URL && !DATABASE_OWNER_URL) return openEmbedded(DATA_DIR || ".data");
  const urls = outsideDatabaseUrls({
    DATABASE_URL: DATABASE_URL ?? "",
    DATABASE_OWNER_URL,
    DATABASE_JOBS_URL,
  });
  return { urls, close: async () => {} };
}
