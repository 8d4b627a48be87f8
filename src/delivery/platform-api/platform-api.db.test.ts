import { describe, expect, it } from "vitest";
import { withTenant } from "#database/tenant-context.ts";
import { tenantIdFrom } from "#kernel/ids.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { resolveTenant } from "#modules/tenants/resolve-tenant.ts";
import { aSiteBuilder } from "#testing/builders/site-builder.ts";
import { useDatabase } from "#testing/database.ts";

const database = useDatabase();

const ana = { name: "Ana Yoga", timezone: "Europe/Lisbon", currency: "EUR" };
const weekdays = {
  monday: [{ opens: "09:00", closes: "17:00" }],
  friday: [{ opens: "22:00", closes: "02:00" }],
};

async function events(businessId: string) {
  const { rows } = await database.superuser.query<{ type: string; actor_kind: string }>(
    "SELECT type, actor_kind FROM event WHERE tenant_id = $1 ORDER BY at, id",
    [businessId],
  );
  return rows;
}

async function platformEvents(businessId: string): Promise<string[]> {
  const { rows } = await database.superuser.query<{ type: string }>(
    "SELECT type FROM platform_event WHERE business_id = $1 AND actor_kind = 'siteBuilder' ORDER BY at, id",
    [businessId],
  );
  return rows.map((row) => row.type);
}

describe("provisioning a business", () => {
  it("makes one, and answers the same when it is asked for again", async () => {
    const builder = await aSiteBuilder();
    const body = {
      ...ana,
      trade: "studio",
      locale: "pt-PT",
      contact: { email: "Ana@Example.com" },
      address: { line1: "Rua do Sol 12", country: "pt" },
    };
    const first = await builder.call("PUT", "businesses/site-1", { body });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      reference: "site-1",
      name: "Ana Yoga",
      trade: "studio",
      contact: { email: "ana@example.com", phone: null, website: null },
      address: { line1: "Rua do Sol 12", line2: null, country: "PT" },
      mode: "integrated",
      status: "active",
      plan: { id: "integrated-starter", status: "active" },
      site_hosts: [],
      users: [],
    });
    const written = await events(first.body.id);
    const second = await builder.call("PUT", "businesses/site-1", { body });
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await events(first.body.id)).toEqual(written);
    expect((await builder.call("GET", "businesses/site-1")).body).toEqual(first.body);
  });

  it("makes one of twenty requests at once", async () => {
    const builder = await aSiteBuilder();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => builder.call("PUT", "businesses/site-1", { body: ana })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it("changes what is said and leaves the rest", async () => {
    const builder = await aSiteBuilder();
    const before = await builder.provision("site-1", { contact: { phone: "+351 210 000 000" } });
    const { body } = await builder.call("PUT", "businesses/site-1", {
      body: {
        name: "Ana & Friends",
        slug: `friends-${before.id.slice(0, 8)}`,
        mode: "hybrid",
        plan: "integrated-pro",
      },
    });
    expect(body).toMatchObject({
      name: "Ana & Friends",
      mode: "hybrid",
      contact: { phone: "+351 210 000 000" },
      plan: { id: "integrated-pro" },
    });
    // The address on last year's cards still leads there.
    expect(await resolveTenant({ slug: before.slug })).toMatchObject({
      ok: true,
      value: { tenantId: before.id },
    });
    expect(await platformEvents(before.id)).toEqual(
      expect.arrayContaining(["business.provisioned", "business.changed", "business.planAssigned"]),
    );
    expect((await events(before.id)).every(({ actor_kind }) => actor_kind === "siteBuilder")).toBe(true);
  });

  it("says what is wrong, and does nothing then", async () => {
    const builder = await aSiteBuilder();
    const put = (body: unknown) => builder.call("PUT", "businesses/site-1", { body });
    const answers = [
      await put({ name: "Ana Yoga" }),
      await put({ ...ana, timezone: "Lisbon" }),
      await put({ ...ana, planet: "integrated-pro" }),
      await put({ ...ana, mode: "standalone" }),
      await put({ ...ana, plan: "standalone-enterprise" }),
      await put({ ...ana, site_hosts: ["no host"] }),
      await put("{"),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(400));
    expect(answers[1]?.body.error.fields).toEqual([
      { field: "timezone", message: "Choose a time zone from the list, like Europe/Berlin" },
    ]);
    expect(answers[4]?.body.error.message).toContain("no plan standalone-enterprise that you can give");
    expect((await builder.call("GET", "businesses/site-1")).status).toBe(404);
    const taken = await builder.provision("site-2");
    const { status, body } = await put({ ...ana, slug: taken.slug });
    expect([status, body.error.code]).toEqual([409, "in_use"]);
  });

  it("lists them page by page", async () => {
    const builder = await aSiteBuilder();
    for (const reference of ["b", "a", "c"]) await builder.provision(reference);
    await (await aSiteBuilder()).provision("a-of-somebody-else");
    const first = await builder.call("GET", "businesses?limit=2");
    expect(first.body.businesses.map(({ reference }: { reference: string }) => reference)).toEqual([
      "a",
      "b",
    ]);
    const second = await builder.call("GET", `businesses?limit=2&cursor=${first.body.next_cursor}`);
    expect(second.body.businesses.map(({ reference }: { reference: string }) => reference)).toEqual(["c"]);
    expect(second.body.next_cursor).toBeNull();
    expect((await builder.call("GET", "businesses?limit=0")).status).toBe(400);
  });

  it("sets up services, staff and hours, so that it can be booked at once", async () => {
    const builder = await aSiteBuilder();
    const { id } = await builder.provision("site-1");
    const service = { name: "Vinyasa", duration_minutes: 60, price_cents: 1500 };
    const made = await builder.call("PUT", "businesses/site-1/services/vinyasa", { body: service });
    const staff = await builder.call("PUT", "businesses/site-1/staff/ana@example.com", {
      body: { name: "Ana" },
    });
    const hours = await builder.call("PUT", "businesses/site-1/hours", { body: weekdays });
    expect([made.status, staff.status, hours.status]).toEqual([201, 201, 200]);
    const again = await builder.call("PUT", "businesses/site-1/services/vinyasa", {
      body: { ...service, price_cents: 1600 },
    });
    expect([again.status, again.body]).toMatchObject([200, { id: made.body.id, price_cents: 1600 }]);
    const scope = { tenantId: tenantIdFrom(id), actor: { kind: "customer" } as const };
    const monday = nextMonday();
    const found = await withTenant(scope, (ctx) =>
      findSlots(ctx, {
        serviceId: made.body.id,
        from: `${monday}T00:00:00Z`,
        to: `${monday}T23:59:00Z`,
        audience: "customer",
      }),
    );
    expect(found.ok && found.value.slots.length).toBeGreaterThan(5);
    expect(await platformEvents(id)).toEqual(
      expect.arrayContaining(["business.serviceSaved", "business.hoursSaved"]),
    );
  });

  it("keeps to the plan, and names the one that allows more", async () => {
    const builder = await aSiteBuilder();
    await builder.provision("site-1");
    const staff = (email: string) =>
      builder.call("PUT", `businesses/site-1/staff/${email}`, { body: { name: "Ana" } });
    expect((await staff("ana@example.com")).status).toBe(201);
    const second = await staff("bea@example.com");
    expect([second.status, second.body.error.code]).toEqual([402, "plan_limit"]);
    expect(second.body.error.details).toMatchObject({ lifted_by_id: "integrated-pro" });
    await builder.call("POST", "businesses/site-1/plan", { body: { plan: "integrated-pro" } });
    expect((await staff("bea@example.com")).status).toBe(201);
  });
});

/** A Monday at least a week from now: further than any notice. */
function nextMonday(): string {
  const date = new Date(Date.now() + 7 * 86_400_000);
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

describe("an Idempotency-Key", () => {
  const plan = (plan: string) => ({ body: { plan }, idempotencyKey: "change-of-plan-1" });

  it("gives the first answer again, whatever happened since", async () => {
    const builder = await aSiteBuilder();
    await builder.provision("site-1");
    const first = await builder.call("POST", "businesses/site-1/plan", plan("integrated-pro"));
    await builder.call("POST", "businesses/site-1/plan", { body: { plan: "integrated-business" } });
    const again = await builder.call("POST", "businesses/site-1/plan", plan("integrated-pro"));
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const now = await builder.call("GET", "businesses/site-1");
    expect(now.body.plan.id).toBe("integrated-business");
  });

  it("is refused for another request, and free again after a refusal", async () => {
    const builder = await aSiteBuilder();
    await builder.provision("site-1");
    expect((await builder.call("POST", "businesses/site-1/plan", plan("no-such-plan"))).status).toBe(400);
    expect((await builder.call("POST", "businesses/site-1/plan", plan("integrated-pro"))).status).toBe(200);
    const other = await builder.call("POST", "businesses/site-1/plan", plan("integrated-business"));
    expect([other.status, other.body.error.code]).toEqual([422, "idempotency_key_reused"]);
    const short = await builder.call("POST", "businesses/site-1/suspend", { idempotencyKey: "short" });
    expect(short.status).toBe(400);
  });

  it("is one builder's own", async () => {
    const [builder, other] = [await aSiteBuilder(), await aSiteBuilder()];
    for (const one of [builder, other]) {
      const answer = await one.call("PUT", "businesses/site-1", {
        body: ana,
        idempotencyKey: "the-same-key",
      });
      expect(answer.status).toBe(201);
    }
  });

  it("carries out one of many requests at once", async () => {
    const builder = await aSiteBuilder();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        builder.call("PUT", "businesses/site-1", { body: ana, idempotencyKey: "make-site-1" }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(answers.filter(({ headers }) => headers.get("idempotency-replayed"))).toHaveLength(7);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });
});

describe("the plan and the standing of a business", () => {
  it("knows the plans of the integrated track only", async () => {
    const builder = await aSiteBuilder();
    const { body } = await builder.call("GET", "plans");
    expect(body.plans.map(({ id }: { id: string }) => id)).toEqual([
      "integrated-starter",
      "integrated-pro",
      "integrated-business",
    ]);
    expect(body.plans[0]).toMatchObject({ price_cents: 0, limits: { staff: 1, bookings_per_month: 50 } });
  });

  it("leaves the plan of a business that pays for it here itself", async () => {
    const builder = await aSiteBuilder();
    const { id } = await builder.provision("site-1");
    await database.superuser.query("UPDATE subscription SET billed_by = 'stripe' WHERE tenant_id = $1", [id]);
    const { status, body } = await builder.call("POST", "businesses/site-1/plan", {
      body: { plan: "integrated-pro" },
    });
    expect([status, body.error.code]).toEqual([409, "wrong_state"]);
  });

  it("suspends and restores, and does not undo what the operator did", async () => {
    const builder = await aSiteBuilder();
    const { id } = await builder.provision("site-1");
    const post = (what: string) => builder.call("POST", `businesses/site-1/${what}`);
    expect((await post("suspend")).body).toMatchObject({ status: "suspended", suspended_by: "builder" });
    expect((await post("suspend")).status).toBe(200);
    expect((await post("restore")).body).toMatchObject({ status: "active", suspended_by: null });
    expect((await post("restore")).status).toBe(200);
    await database.superuser.query(
      "UPDATE tenant SET status = 'suspended', suspended_by = 'platform' WHERE id = $1",
      [id],
    );
    const { status, body } = await post("restore");
    expect([status, body.error.code]).toEqual([409, "wrong_state"]);
    const types = (await events(id)).map(({ type }) => type);
    expect(types.filter((type) => /suspended|restored/.test(type))).toEqual([
      "business.suspended",
      "business.restored",
    ]);
  });
});

describe("users of a business", () => {
  const put = (builder: Awaited<ReturnType<typeof aSiteBuilder>>, email: string, role: string) =>
    builder.call("PUT", `businesses/site-1/users/${encodeURIComponent(email)}`, { body: { role } });

  it("get a role, and a login when they have none; an owner stays", async () => {
    const builder = await aSiteBuilder();
    const { id } = await builder.provision("site-1");
    const email = `ana-${id}@example.com`;
    expect(await put(builder, email, "owner")).toMatchObject({ status: 201, body: { email, role: "owner" } });
    expect((await put(builder, email, "owner")).status).toBe(200);
    expect((await put(builder, email, "staff")).body.error.code).toBe("wrong_state");
    const remove = () => builder.call("DELETE", `businesses/site-1/users/${email}`);
    expect((await remove()).body.error.code).toBe("wrong_state");
    await put(builder, `bea-${id}@example.com`, "owner");
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    const { body } = await builder.call("GET", "businesses/site-1");
    expect(body.users).toEqual([{ email: `bea-${id}@example.com`, role: "owner" }]);
    expect((await put(builder, "no address", "owner")).status).toBe(400);
    expect((await put(builder, email, "king")).status).toBe(400);
  });

  it("are the staff members with their address", async () => {
    const builder = await aSiteBuilder();
    const { id } = await builder.provision("site-1");
    const email = `ana-${id}@example.com`;
    const staff = await builder.call("PUT", `businesses/site-1/staff/${email}`, { body: { name: "Ana" } });
    await put(builder, email, "staff");
    const { rows } = await database.superuser.query("SELECT staff_id FROM membership WHERE tenant_id = $1", [
      id,
    ]);
    expect(rows).toEqual([{ staff_id: staff.body.id }]);
  });
});

describe("hosts of a site", () => {
  it("are served at once below the builder's own suffix, and free again when they are taken away", async () => {
    const [builder, other] = [await aSiteBuilder(), await aSiteBuilder()];
    const host = `ana.${builder.suffix}`;
    const { id } = await builder.provision("site-1", { site_hosts: [host.toUpperCase()] });
    expect(await resolveTenant({ host })).toMatchObject({ ok: true, value: { tenantId: id } });
    await builder.provision("site-2");
    const path = (reference: string) => `businesses/${reference}/hosts/${host}`;
    expect((await builder.call("PUT", path("site-2"))).body.error.code).toBe("in_use");
    expect((await builder.call("PUT", path("site-1"))).body).toEqual({
      host,
      status: "verified",
      dns_record: null,
    });
    await other.provision("site-1");
    expect((await other.call("PUT", path("site-1"))).body.error.code).toBe("in_use");
    expect(await resolveTenant({ host })).toMatchObject({ value: { tenantId: id } });
    expect((await builder.call("DELETE", path("site-1"))).status).toBe(204);
    expect(await resolveTenant({ host })).toMatchObject({ ok: false });
    expect((await builder.call("PUT", path("site-2"))).body.status).toBe("verified");
  });

  it("may have a scheme and a port, which links begin with", async () => {
    const builder = await aSiteBuilder();
    const host = `ana.${builder.suffix}`;
    const first = await builder.provision("site-1", { site_hosts: [host] });
    expect(first.booking_url).toBe(`https://${host}/book`);
    const origin = `http://${host}:4200`;
    const { body } = await builder.call("PUT", "businesses/site-1", { body: { site_hosts: [origin] } });
    expect(body).toMatchObject({ booking_url: `${origin}/book`, site_hosts: [{ host, status: "verified" }] });
    const put = (body: unknown) => builder.call("PUT", `businesses/site-1/hosts/${host}`, { body });
    expect((await put({ origin: "http://elsewhere.test" })).status).toBe(400);
    expect((await put({ origin: `https://${host}` })).status).toBe(200);
    const now = await builder.call("GET", "businesses/site-1");
    expect(now.body.booking_url).toBe(`https://${host}/book`);
  });

  it("wait for their TXT record everywhere else", async () => {
    const builder = await aSiteBuilder();
    const host = `www.ana-${builder.suffix}`;
    const { site_hosts } = await builder.provision("site-1", { site_hosts: [host] });
    expect(site_hosts).toEqual([
      {
        host,
        status: "pending",
        dns_record: { type: "TXT", name: `_slotkeeper.${host}`, value: expect.stringMatching(/^\w{20,}$/) },
      },
    ]);
    expect(await resolveTenant({ host })).toMatchObject({ ok: false });
    const { body } = await builder.call("PUT", "businesses/site-1", { body: { site_hosts: [] } });
    expect(body.site_hosts).toEqual([]);
  });

  it("are neither this installation's nor a business's address", async () => {
    const builder = await aSiteBuilder();
    await builder.provision("site-1");
    for (const host of ["localhost", "salon.localhost", "127.0.0.1", "a b.test", "-.test"]) {
      const { status } = await builder.call("PUT", `businesses/site-1/hosts/${encodeURIComponent(host)}`);
      expect([host, status]).toEqual([host, 400]);
    }
  });
});
