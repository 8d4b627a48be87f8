import { describe, expect, it } from "vitest";
import { type Actor, withPlatform, withTenant } from "#database/tenant-context.ts";
import { tenantIdFrom } from "#kernel/ids.ts";
import { consumeSignInToken } from "#modules/builders/consume-sign-in-token.ts";
import { changeMode } from "#modules/tenants/change-mode.ts";
import { aSiteBuilder } from "#testing/builders/site-builder.ts";
import { useDatabase } from "#testing/database.ts";

const owner: Actor = { kind: "member", userId: "00000000-0000-4000-8000-000000000001", role: "owner" };
const service = { name: "Vinyasa", duration_minutes: 60, price_cents: 1500 };

/** Everything by which a builder would take hold of a business. */
const asks: readonly [method: string, path: string, body?: unknown][] = [
  ["PUT", "", { mode: "integrated" }],
  ["PUT", "", { name: "Ours again" }],
  ["POST", "/plan", { plan: "integrated-pro" }],
  ["POST", "/suspend"],
  ["PUT", "/hosts/www.ana.test"],
  ["PUT", "/users/mole@example.com", { role: "owner" }],
  ["DELETE", "/users/ana@example.com"],
  ["PUT", "/services/vinyasa", service],
  ["PUT", "/staff/mole@example.com", { name: "Mole" }],
  ["PUT", "/hours", {}],
];

describe("a business that has left its website builder", () => {
  const database = useDatabase();

  async function aLeftBusiness() {
    const builder = await aSiteBuilder();
    const { id } = await builder.provision("site-1", { site_hosts: [`ana.${builder.suffix}`] });
    await builder.call("PUT", "businesses/site-1/users/ana@example.com", { body: { role: "owner" } });
    await builder.call("PUT", "businesses/site-1/users/ben@example.com", { body: { role: "admin" } });
    const to = (mode: "standalone" | "hybrid") =>
      withTenant({ tenantId: tenantIdFrom(id), actor: owner }, (ctx) => changeMode(ctx, { mode }));
    expect(await to("standalone")).toMatchObject({ ok: true });
    const enter = async () => {
      const token = await builder.sign({ email: "ana@example.com", business: "site-1" });
      return withPlatform((ctx) => consumeSignInToken(ctx, { token }));
    };
    return { builder, id, to, enter };
  }

  async function rowsOf(id: string) {
    const { rows } = await database.superuser.query(
      `SELECT t.name, t.mode, t.status, s.plan_id, s.billed_by,
         (SELECT array_agg(m.user_id || m.role ORDER BY m.user_id) FROM membership m WHERE m.tenant_id = t.id) AS team,
         (SELECT count(*) FROM event e WHERE e.tenant_id = t.id) AS events
       FROM tenant t JOIN subscription s ON s.tenant_id = t.id WHERE t.id = $1`,
      [id],
    );
    return rows;
  }

  it("is out of the builder's hands, until its owner comes back", async () => {
    const { builder, id, to, enter } = await aLeftBusiness();
    const before = await rowsOf(id);
    for (const [method, path, body] of asks) {
      const { status, body: answer } = await builder.call(method, `businesses/site-1${path}`, { body });
      expect([method, path, status, answer?.error?.code]).toEqual([method, path, 409, "wrong_state"]);
    }
    expect(await rowsOf(id)).toEqual(before);
    expect(await enter()).toMatchObject({ ok: false, details: { problem: "stranger" } });
    const seen = await builder.call("GET", "businesses/site-1");
    expect(seen).toMatchObject({ status: 200, body: { mode: "standalone" } });

    expect(await to("hybrid")).toMatchObject({ ok: true });
    expect(await enter()).toMatchObject({ ok: true, value: { tenantId: id } });
    const renamed = await builder.call("PUT", "businesses/site-1", { body: { name: "Ana again" } });
    expect(renamed).toMatchObject({ status: 200, body: { name: "Ana again" } });
  });

  it("lets its builder take back what was the builder's: a host of the site, and a suspension", async () => {
    const { builder, id } = await aLeftBusiness();
    const host = `businesses/site-1/hosts/ana.${builder.suffix}`;
    expect((await builder.call("DELETE", host)).status).toBe(204);
    const suspended = "UPDATE tenant SET status = 'suspended', suspended_by = 'builder' WHERE id = $1";
    await database.superuser.query(suspended, [id]);
    expect((await builder.call("POST", "businesses/site-1/restore")).status).toBe(200);
  });
});
