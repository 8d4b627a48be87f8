import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { revokeBuilderKey } from "#modules/builders/revoke-builder-key.ts";
import { aSiteBuilder } from "#testing/builders/site-builder.ts";
import { useDatabase } from "#testing/database.ts";

const service = { name: "Vinyasa", duration_minutes: 60, price_cents: 1500 };

/** Every endpoint that names a business, with a request that its own builder may make. */
const asks: readonly [method: string, path: string, body?: unknown][] = [
  ["GET", ""],
  ["POST", "/plan", { plan: "integrated-pro" }],
  ["POST", "/suspend"],
  ["POST", "/restore"],
  ["PUT", "/hosts/www.ana.test"],
  ["DELETE", "/hosts/www.ana.test"],
  ["PUT", "/users/ana@example.com", { role: "owner" }],
  ["DELETE", "/users/ana@example.com"],
  ["PUT", "/services/vinyasa", service],
  ["PUT", "/staff/ana@example.com", { name: "Ana" }],
  ["PUT", "/hours", {}],
];

describe("website builders apart from each other", () => {
  const database = useDatabase();

  it.each(asks)(
    "%s businesses/:reference%s answers 404 to another builder, and changes nothing",
    async (...ask) => {
      const [method, path, body] = ask;
      const [owner, stranger] = [await aSiteBuilder(), await aSiteBuilder()];
      const { id } = await owner.provision("site-1");
      await stranger.provision("another");
      const before = await rowsOf(id);
      const { status, body: answer } = await stranger.call(method, `businesses/site-1${path}`, { body });
      expect([status, answer.error.code]).toEqual([404, "not_found"]);
      expect(await rowsOf(id)).toEqual(before);
    },
  );

  it("gives each builder a business of its own for the same reference", async () => {
    const [owner, stranger] = [await aSiteBuilder(), await aSiteBuilder()];
    const [first, second] = [await owner.provision("site-1"), await stranger.provision("site-1")];
    expect(first.id).not.toBe(second.id);
    expect((await stranger.call("GET", "businesses")).body.businesses).toHaveLength(1);
  });

  it.each([
    ["no key", ""],
    ["a key that nobody has", `skb_${"0".repeat(64)}`],
    ["something else", "' OR 1=1"],
  ])("answers 401 to %s, at every endpoint", async (_what, key) => {
    const builder = await aSiteBuilder();
    await builder.provision("site-1");
    for (const [method, path, body] of asks) {
      const { status, headers } = await builder.call(method, `businesses/site-1${path}`, { body, key });
      expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
    for (const path of ["businesses", "plans", "nonsense"]) {
      expect((await builder.call("GET", path, { key })).status).toBe(401);
    }
  });

  it("answers 401 once a key is revoked", async () => {
    const builder = await aSiteBuilder();
    expect((await builder.call("GET", "plans")).status).toBe(200);
    const operator = { kind: "system", job: "test" } as const;
    await withPlatform((ctx) => revokeBuilderKey(ctx, operator, { hint: builder.hint }));
    expect((await builder.call("GET", "plans")).status).toBe(401);
  });

  it("says what it has not, and lets no page of another site read", async () => {
    const builder = await aSiteBuilder();
    expect((await builder.call("GET", "nonsense")).status).toBe(404);
    const wrong = await builder.call("DELETE", "plans");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET"]);
    expect((await builder.call("GET", "plans")).headers.get("access-control-allow-origin")).toBeNull();
  });

  /** What the database knows of a business, in every table that a builder can change. */
  async function rowsOf(id: string) {
    const tables = ["subscription", "domain", "membership", "service", "staff", "availability_rule", "event"];
    const counts = tables.map(
      (table) => `(SELECT count(*)::int FROM ${table} WHERE tenant_id = $1) AS ${table}`,
    );
    const { rows } = await database.superuser.query(
      `SELECT status, plan_id, ${counts.join(", ")} FROM tenant t JOIN subscription s ON s.tenant_id = t.id WHERE t.id = $1`.replace(
        "status, plan_id",
        "t.status, s.plan_id",
      ),
      [id],
    );
    return rows;
  }
});
