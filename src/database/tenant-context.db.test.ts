import pg from "pg";
import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { refuse } from "#kernel/result.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { appendEvent } from "./events.ts";
import { withPlatform, withTenant } from "./tenant-context.ts";

const system = { kind: "system", job: "test" } as const;

describe("the gate to a business's data", () => {
  const database = useDatabase();

  async function customersOf(tenantId: string): Promise<string[]> {
    const { rows } = await database.superuser.query<{ name: string }>(
      "SELECT name FROM customer WHERE tenant_id = $1 ORDER BY name",
      [tenantId],
    );
    return rows.map((row) => row.name);
  }

  it("shows a business its own rows only, through Prisma and through SQL", async () => {
    const [one, other] = [await aShop(), await aShop()];
    const seen = await withTenant({ tenantId: one.tenantId, actor: system }, async (ctx) => ({
      throughPrisma: await ctx.db.service.findMany({ select: { id: true } }),
      throughSql: await ctx.sql<{ id: string }>("SELECT id FROM service"),
      ofTheOther: await ctx.sql("SELECT id FROM service WHERE tenant_id = $1", [other.tenantId]),
    }));
    expect(seen).toEqual({
      throughPrisma: [{ id: one.service.id }],
      throughSql: [{ id: one.service.id }],
      ofTheOther: [],
    });
  });

  it("refuses a row of another business", async () => {
    const [one, other] = [await aShop(), await aShop()];
    const insert = withTenant({ tenantId: one.tenantId, actor: system }, (ctx) =>
      ctx.sql("INSERT INTO customer (tenant_id, id, name) VALUES ($1, $2, 'Eve')", [other.tenantId, newId()]),
    );
    await expect(insert).rejects.toThrow("row-level security");
    expect(await customersOf(other.tenantId)).toEqual([]);
  });

  it("reads every table with a tenant as empty when no tenant is set", async () => {
    await aShop();
    const { rows: tables } = await database.superuser.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'tenant_id'`,
    );
    const counted = await withPlatform(async (ctx) => {
      const counts: Record<string, number> = {};
      for (const { name } of [...tables, { name: "tenant" }]) {
        const [row] = await ctx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
        if (row && row.count > 0) counts[name] = row.count;
      }
      return counts;
    });
    expect(tables.length).toBeGreaterThanOrEqual(19);
    expect(counted).toEqual({});
  });

  it("leaves nothing of the tenant on the connection for the next one", async () => {
    const shop = await aShop();
    const client = new pg.Client({ connectionString: database.urls.app });
    await client.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT use_tenant($1)", [shop.tenantId]);
      await client.query("COMMIT");
      const { rows } = await client.query(
        "SELECT app_tenant_id() AS tenant, (SELECT count(*)::int FROM service) AS services",
      );
      expect(rows).toEqual([{ tenant: null, services: 0 }]);
    } finally {
      await client.end();
    }
  });

  it("keeps two businesses apart when their requests run at the same time", async () => {
    const shops = await Promise.all(Array.from({ length: 8 }, () => aShop()));
    const rounds = Array.from({ length: 25 }, () =>
      shops.map((shop) =>
        withTenant({ tenantId: shop.tenantId, actor: system }, async (ctx) => {
          const [first, second] = await Promise.all([
            ctx.db.service.findFirst({ select: { id: true } }),
            ctx.sql<{ id: string }>("SELECT id FROM service"),
          ]);
          return [first?.id, second[0]?.id, second.length];
        }),
      ),
    ).flat();
    const expected = Array.from({ length: 25 }, () =>
      shops.map((shop) => [shop.service.id, shop.service.id, 1]),
    ).flat();
    expect(await Promise.all(rounds)).toEqual(expected);
  });

  it("waits for nobody's lock longer than three seconds, with and without a tenant", async () => {
    const shop = await aShop();
    const ask = "SELECT current_setting('lock_timeout') AS timeout";
    const within = await shop.run((ctx) => ctx.sql(ask));
    const across = await withPlatform((ctx) => ctx.sql(ask));
    expect([...within, ...across]).toEqual([{ timeout: "3s" }, { timeout: "3s" }]);
  });

  it("leaves no trace of a refusal or an error", async () => {
    const shop = await aShop();
    const scope = { tenantId: shop.tenantId, actor: system };
    const add = (name: string) =>
      `INSERT INTO customer (tenant_id, id, name) VALUES (app_tenant_id(), gen_random_uuid(), '${name}')`;
    await withTenant(scope, async (ctx) => {
      await ctx.sql(add("Refused"));
      return refuse("invalid", "No.");
    });
    await expect(
      withTenant(scope, async (ctx) => {
        await ctx.sql(add("Failed"));
        throw new Error("on purpose");
      }),
    ).rejects.toThrow("on purpose");
    await withTenant(scope, (ctx) => ctx.sql(add("Kept")));
    expect(await customersOf(shop.tenantId)).toEqual(["Kept"]);
  });

  it("does not call a transaction successful in which a failure was swallowed", async () => {
    const shop = await aShop();
    const work = withTenant({ tenantId: shop.tenantId, actor: system }, async (ctx) => {
      await ctx.sql("SELECT 1 / 0").catch(() => "swallowed");
      return "done";
    });
    await expect(work).rejects.toThrow("rolled back");
  });

  it("runs a transaction again after a deadlock", async () => {
    const shop = await aShop().withStaff().withStaff();
    const [first, second] = shop.staff.map((member) => member.id);
    const scope = { tenantId: shop.tenantId, actor: system };
    const positions = async () => {
      const sql = "SELECT position FROM staff WHERE tenant_id = $1 ORDER BY id";
      const { rows } = await database.superuser.query<{ position: number }>(sql, [shop.tenantId]);
      return rows.map((row) => row.position);
    };
    const before = await positions();
    let attempts = 0;
    const waiting: (() => void)[] = [];
    const bothHoldOne = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) for (const release of waiting) release();
      });
    const lock = (ids: (string | undefined)[]) =>
      withTenant(scope, async (ctx) => {
        attempts += 1;
        const update =
          "UPDATE staff SET position = position + 1 WHERE tenant_id = app_tenant_id() AND id = $1";
        await ctx.sql(update, [ids[0]]);
        if (attempts <= 2) await bothHoldOne();
        await ctx.sql(update, [ids[1]]);
      });
    await Promise.all([lock([first, second]), lock([second, first])]);
    expect(attempts).toBe(3);
    expect(await positions()).toEqual(before.map((position) => position + 2));
  });

  it("refuses Prisma's findUnique, which would gather questions of several businesses into one", async () => {
    const shop = await aShop();
    const work = shop.run((ctx) =>
      ctx.db.service.findUnique({ where: { tenantId_id: { tenantId: shop.tenantId, id: shop.service.id } } }),
    );
    await expect(work).rejects.toThrow("Use findFirst");
  });

  it("lets nobody rewrite what happened", async () => {
    const shop = await aShop();
    await shop.run((ctx) =>
      appendEvent(ctx, { type: "service.saved", subjectType: "service", subjectId: newId() }),
    );
    await expect(shop.run((ctx) => ctx.sql("UPDATE event SET type = 'nothing'"))).rejects.toThrow(
      "permission denied",
    );
    await expect(shop.run((ctx) => ctx.sql("DELETE FROM event"))).rejects.toThrow("permission denied");
  });

  it("wakes the worker in the same transaction, and stamps the tenant whatever the payload says", async () => {
    const shop = await aShop();
    const eventId = await shop.run((ctx) =>
      appendEvent(ctx, { type: "service.saved", subjectType: "service", subjectId: newId() }),
    );
    await shop.run((ctx) =>
      ctx.sql("SELECT enqueue('dispatch-event', $1::jsonb, 'forged')", [{ tenantId: newId() }]),
    );
    const { rows } = await database.superuser.query(
      "SELECT key, payload FROM graphile_worker._private_jobs WHERE key IN ('forged', $1) ORDER BY key",
      [`event:${eventId}`],
    );
    expect(rows.map((row) => row.payload.tenantId)).toEqual([shop.tenantId, shop.tenantId]);
    expect(rows[0]?.payload.eventId).toBe(eventId);
  });
});
