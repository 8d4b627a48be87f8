import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase } from "#testing/empty-database.ts";
import { findDrift } from "./drift.ts";
import { readMigrations } from "./migration-files.ts";
import { prepareDatabase } from "./prepare-database.ts";

let urls: Awaited<ReturnType<typeof createEmptyDatabase>>;
beforeAll(async () => {
  urls = await createEmptyDatabase();
});

async function change(text: string) {
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

describe("drift between the database and prisma/", () => {
  it("is reported in full for a database without tables", async () => {
    const { pending, sql } = await findDrift(urls.owner);
    expect(pending).toEqual((await readMigrations()).map((file) => file.name));
    expect(sql).toContain('CREATE TABLE "appointment"');
  });

  it("is none after all migrations, whose constraints and policies Prisma cannot express", async () => {
    await prepareDatabase(urls);
    expect(await findDrift(urls.owner)).toEqual({ pending: [], sql: null });
  });

  it("is shown as the statement that would undo it", async () => {
    await change("ALTER TABLE service ADD COLUMN surprise text");
    const { sql } = await findDrift(urls.owner);
    expect(sql).toContain('ALTER TABLE "service" DROP COLUMN "surprise"');
    await change("ALTER TABLE service DROP COLUMN surprise");
    expect((await findDrift(urls.owner)).sql).toBeNull();
  });
});
