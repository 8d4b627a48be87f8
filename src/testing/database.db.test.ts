import { expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { useDatabase } from "./database.ts";

const database = useDatabase();

it("points the application at this file's own migrated database, as a login that owns nothing", async () => {
  const name = new URL(database.urls.app).pathname.slice(1);
  const rows = await withPlatform((ctx) =>
    ctx.sql("SELECT current_database() AS name, current_user AS login"),
  );
  expect(rows).toEqual([{ name, login: "slotkeeper_web" }]);
  const { rows: owned } = await database.owner.query(
    "SELECT tableowner FROM pg_tables WHERE schemaname = 'public' GROUP BY 1",
  );
  expect(owned).toEqual([{ tableowner: "slotkeeper_owner" }]);
});

it("lets the job login work as the owner of the queue", async () => {
  const { rows } = await database.superuser.query(
    "SELECT tableowner FROM pg_tables WHERE schemaname = 'graphile_worker' GROUP BY 1",
  );
  expect(rows).toEqual([{ tableowner: "slotkeeper_jobs" }]);
});
