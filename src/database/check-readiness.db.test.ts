import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#testing/database.ts";
import { checkReadiness } from "./check-readiness.ts";
import { connectDatabase } from "./tenant-pool.ts";

const database = useDatabase();

describe("readiness", () => {
  it("is there once every migration is applied", async () => {
    expect(await checkReadiness()).toEqual({ ready: true });
  });

  it("waits for a migration that the database does not have", async () => {
    const folder = await mkdtemp(join(tmpdir(), "migrations-"));
    await mkdir(join(folder, "29990101000000_of_the_future"));
    expect(await checkReadiness(folder)).toEqual({
      ready: false,
      reason: "the database lacks 1 of the migrations: run `npm run migrate`",
    });
  });

  it("waits for a migration that stopped half-way", async () => {
    const name = (
      await database.superuser.query("SELECT min(migration_name) AS name FROM _prisma_migrations")
    ).rows[0].name;
    const set = (value: string) =>
      database.superuser.query(
        `UPDATE _prisma_migrations SET finished_at = ${value} WHERE migration_name = $1`,
        [name],
      );
    await set("NULL");
    expect(await checkReadiness()).toMatchObject({ ready: false });
    await set("now()");
  });

  it("says why, and not where, when the database is away", async () => {
    const pool = connectDatabase("postgresql://someone:secret@127.0.0.1:1/nowhere");
    expect(await checkReadiness()).toEqual({
      ready: false,
      reason: "the database cannot be reached (ECONNREFUSED)",
    });
    await pool.end();
    connectDatabase(database.urls.app);
  });
});
