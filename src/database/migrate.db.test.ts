import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { createEmptyDatabase } from "#testing/empty-database.ts";
import { migrate } from "./migrate.ts";
import type { MigrationFile } from "./migration-files.ts";
import { splitStatements } from "./split-statements.ts";

let url = "";
beforeEach(async () => {
  url = (await createEmptyDatabase()).owner;
});

function file(name: string, script: string, transaction = true): MigrationFile {
  return {
    name,
    checksum: `checksum of ${script}`.slice(0, 64),
    statements: splitStatements(script),
    transaction,
  };
}

async function query(text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const first = file("1_first", "CREATE TABLE a (id int); INSERT INTO a VALUES (1);");
const second = file("2_second", "INSERT INTO a VALUES (2)");

describe("the migrator", () => {
  it("applies what is missing, in order, and nothing twice", async () => {
    expect(await migrate(url, [first])).toEqual(["1_first"]);
    expect(await migrate(url, [first, second])).toEqual(["2_second"]);
    expect(await migrate(url, [first, second])).toEqual([]);
    expect(await query("SELECT id FROM a ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it("keeps Prisma's history", async () => {
    await migrate(url, [first]);
    const [row] = await query("SELECT *, finished_at > started_at AS ended FROM _prisma_migrations");
    expect(row).toMatchObject({
      migration_name: "1_first",
      checksum: first.checksum,
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
      ended: true,
    });
  });

  it("runs a function's body in one piece", async () => {
    const body =
      "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END $$;";
    await migrate(url, [file("1_function", body)]);
    expect(await query("SELECT one()")).toEqual([{ one: 1 }]);
  });

  it("names file, line and statement of an error, and leaves nothing of that file", async () => {
    const broken = file("2_broken", "CREATE TABLE b (id int);\n\nINSERT INTO missing VALUES (1);");
    await expect(migrate(url, [first, broken])).rejects.toThrow(
      /2_broken\/migration\.sql, line 3: .*"missing" does not exist.*\s+INSERT INTO missing/,
    );
    expect(await query("SELECT to_regclass('b') AS b, to_regclass('a')::text AS a")).toEqual([
      { a: "a", b: null },
    ]);
    expect(await query("SELECT migration_name FROM _prisma_migrations")).toEqual([
      { migration_name: "1_first" },
    ]);
  });

  it("refuses a file that was changed after it was applied", async () => {
    await migrate(url, [first]);
    await expect(migrate(url, [{ ...first, checksum: "other" }])).rejects.toThrow("1_first was changed");
  });

  it("refuses a database of a newer version", async () => {
    await migrate(url, [first, second]);
    await expect(migrate(url, [first])).rejects.toThrow("2_second, which this version does not know");
  });

  it("lets one of several that start at once do the work", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => migrate(url, [first, second])));
    expect(answers.filter((names) => names.length > 0)).toEqual([["1_first", "2_second"]]);
    expect(await query("SELECT count(*)::int FROM a")).toEqual([{ count: 2 }]);
  });

  it("runs a file outside a transaction when it asks for that", async () => {
    await migrate(url, [first, file("2_index", "CREATE INDEX CONCURRENTLY a_id ON a (id)", false)]);
    expect(await query("SELECT to_regclass('a_id')::text AS name")).toEqual([{ name: "a_id" }]);
  });

  it("does not go on after such a file stopped half-way", async () => {
    const half = file("2_half", "INSERT INTO a VALUES (5); INSERT INTO missing VALUES (1)", false);
    await expect(migrate(url, [first, half])).rejects.toThrow("missing");
    await expect(migrate(url, [first, half])).rejects.toThrow("2_half stopped half-way");
  });
});
