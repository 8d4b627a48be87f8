import { beforeAll, describe, expect, it } from "vitest";
import { platformCalls } from "#delivery/platform-api/handle-platform-request.ts";
import { handleRestRequest, publicCalls } from "#delivery/rest/handle-request.ts";
import { builderMatrix, type Cell, publicMatrix } from "#delivery/rights-matrix.ts";
import { mintManageToken } from "#modules/appointments/manage-link.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { aSiteBuilder, type TestBuilder } from "#testing/builders/site-builder.ts";
import { useDatabase } from "#testing/database.ts";

const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const start = `${day}T10:00:00Z`;

describe("the matrix of the public API", () => {
  useDatabase();

  it("has a row for every endpoint, and none too many", () => {
    expect(Object.keys(publicMatrix).sort()).toEqual([...publicCalls].sort());
  });

  type Visit = { id: string; token: string };

  async function aVisit(shop: Shop): Promise<Visit> {
    const { id } = await anAppointment(shop, { start });
    return { id, token: await shop.run((ctx) => mintManageToken(ctx, id)) };
  }

  /** A call with everything that it needs. */
  function request(shop: Shop, call: string, visit: Visit): Request {
    const [method = "", pattern = ""] = call.split(" ");
    const id = pattern.startsWith("staff") ? shop.staff[0].id : shop.service.id;
    const path = pattern.replace(":id", pattern.startsWith("appointments") ? visit.id : id);
    const query = `token=${visit.token}&service_id=${shop.service.id}&month=${day.slice(0, 7)}&start_date=${day}&end_date=${day}&date=${day}`;
    const body = {
      service_id: shop.service.id,
      start_time: pattern.includes(":id") ? `${day}T14:00:00Z` : `${day}T12:00:00Z`,
      new_start_time: `${day}T14:00:00Z`,
      customer: { name: "John Doe", email: "john@example.com" },
    };
    const init = method === "GET" ? { method } : { method, body: JSON.stringify(body) };
    return new Request(`http://localhost/api/booking/v1/${shop.slug}/${path}?${query}`, init);
  }

  async function cellOf(shop: Shop, call: string): Promise<Cell> {
    const { status } = await handleRestRequest(request(shop, call, await aVisit(shop)));
    return status < 300 ? "allowed" : "denied";
  }

  it.each(Object.entries(publicMatrix))("holds for %s", async (call, row) => {
    const suspended = await aShop();
    const visit = await cellOf(await aShop(), call);
    await suspended.run((ctx) => ctx.db.tenant.updateMany({ data: { status: "suspended" } }));
    expect({ anybody: visit, suspended: await cellOf(suspended, call) }).toEqual(row);
  });

  it.each(Object.keys(publicMatrix).filter((call) => call.includes("appointments/:id")))(
    "knows no visit of another business at %s",
    async (call) => {
      const [shop, other] = [await aShop(), await aShop()];
      expect((await handleRestRequest(request(other, call, await aVisit(shop)))).status).toBe(404);
    },
  );
});

describe("the matrix of the platform API", () => {
  useDatabase();
  let owner: TestBuilder;
  let other: TestBuilder;

  const bodies: Record<string, object> = {
    "PUT businesses/:reference": { name: "Ana Yoga", timezone: "Europe/Lisbon", currency: "EUR" },
    "POST businesses/:reference/plan": { plan: "integrated-pro" },
    "PUT businesses/:reference/users/:email": { role: "owner" },
    "PUT businesses/:reference/services/:slug": { name: "Vinyasa", duration_minutes: 60, price_cents: 1500 },
    "PUT businesses/:reference/staff/:email": { name: "Ana" },
    "PUT businesses/:reference/hours": {},
  };

  async function cellOf(builder: TestBuilder, call: string, key?: string): Promise<Cell> {
    const [method = "", pattern = ""] = call.split(" ");
    const path = pattern
      .replace(":reference", "site-1")
      .replace(":host", `www-ana.${owner.suffix}`)
      .replace(":email", "ana@example.com")
      .replace(":slug", "vinyasa");
    const options = { body: bodies[call], ...(key === undefined ? {} : { key }) };
    const { status } = await builder.call(method, path, options);
    return [401, 403, 404].includes(status) ? "denied" : "allowed";
  }

  beforeAll(async () => {
    [owner, other] = [await aSiteBuilder(), await aSiteBuilder()];
    await owner.provision("site-1");
  });

  it("has a row for every endpoint, and none too many", () => {
    expect(Object.keys(builderMatrix).sort()).toEqual([...platformCalls].sort());
  });

  it.each(Object.entries(builderMatrix).filter(([call]) => call !== "PUT businesses/:reference"))(
    "holds for %s",
    async (call, row) => {
      expect({
        withoutKey: await cellOf(owner, call, ""),
        otherBuilder: await cellOf(other, call),
        itsBuilder: await cellOf(owner, call),
      }).toEqual(row);
    },
  );

  it("gives another builder a business of its own for the same reference", async () => {
    const call = "PUT businesses/:reference";
    const stranger = await aSiteBuilder();
    const before = (await owner.call("GET", "businesses/site-1")).body;
    expect({
      withoutKey: await cellOf(stranger, call, ""),
      otherBuilder: await cellOf(stranger, call),
      itsBuilder: await cellOf(owner, call),
    }).toEqual(builderMatrix[call]);
    const own = (await stranger.call("GET", "businesses/site-1")).body;
    expect(own.id).not.toBe(before.id);
    expect((await owner.call("GET", "businesses/site-1")).body.id).toBe(before.id);
  });
});
