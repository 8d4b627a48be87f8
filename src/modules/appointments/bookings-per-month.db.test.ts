import { describe, expect, it } from "vitest";
import { withTenant } from "#database/tenant-context.ts";
import { explainTime } from "#modules/availability/explain-time.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { monthOverview } from "#modules/availability/month-overview.ts";
import { saveService } from "#modules/catalog/save-service.ts";
import { SaveServiceInput } from "#modules/catalog/schema.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { saveStaff } from "#modules/staff/save-staff.ts";
import { SaveStaffInput } from "#modules/staff/schema.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { bookManually } from "./book-manually.ts";
import { holdSlot } from "./hold-slot.ts";
import { mintManageToken } from "./manage-link.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { BookAppointmentInput, BookManuallyInput, HoldSlotInput } from "./schema.ts";

const database = useDatabase();
const visitor = { as: aVisitor, at: "2030-03-01T00:00:00Z" };
const team = { at: visitor.at };
/** Hours of days from Tuesday 5 March 2030 on, eight to a day. */
const at = (index: number) =>
  new Date(Date.UTC(2030, 2, 5 + Math.floor(index / 8), 9 + (index % 8))).toISOString();

/** A business whose plan allows 50 bookings a month, of which some are made. */
async function aLimitedShop(made: number, overrides: Parameters<typeof aShop>[0] = {}): Promise<Shop> {
  const shop = await aShop({ timeZone: "UTC", ...overrides });
  await shop.run((ctx) =>
    assignPlan(ctx, { planId: "integrated-starter", billedBy: "builder", status: "active" }),
  );
  const customerId = (await aCustomer(shop)).id;
  const first = await anAppointment(shop, { start: "2029-01-01T10:00:00Z", customerId });
  await database.superuser.query(
    `INSERT INTO appointment SELECT (a).* FROM (SELECT jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(),
       'code', translate(lpad(n::text, 8, 'Z'), '01', 'AB'))) AS a FROM appointment x, generate_series(2, $2::int) n WHERE x.id = $1) made`,
    [first.id, made],
  );
  return shop;
}

function book(shop: Shop, start: string, more: Partial<BookAppointmentInput> = {}) {
  const customer = { name: "Mia Wong", email: `mia-${Date.parse(start)}@example.com` };
  const input = BookAppointmentInput.parse({ serviceId: shop.service.id, start, customer, ...more });
  return shop.run((ctx) => bookAppointment(ctx, input), visitor);
}

function bookByPhone(shop: Shop, start: string) {
  const request = { serviceId: shop.service.id, staffId: shop.staff[0].id, start };
  const input = BookManuallyInput.parse({ ...request, customer: { name: "Caller" } });
  return shop.run((ctx) => bookManually(ctx, input), team);
}

async function slotsOf(shop: Shop, audience: "customer" | "member") {
  const asked = { serviceId: shop.service.id, from: at(0), to: at(16), audience };
  const found = await shop.run((ctx) => findSlots(ctx, asked), visitor);
  return found.ok ? found.value.slots.length : -1;
}

const madeAt = (shop: Shop, when: string) =>
  database.superuser.query(`UPDATE appointment SET created_at = ${when} WHERE tenant_id = $1`, [
    shop.tenantId,
  ]);

describe("50 bookings a month", () => {
  it("are 50, with twenty customers and callers at once", async () => {
    const shop = await aLimitedShop(45);
    const all = Array.from({ length: 20 }, (_, index) =>
      index % 4 === 3 ? bookByPhone(shop, at(index)) : book(shop, at(index)),
    );
    const outcomes = await Promise.all(all);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
    const reasons = new Set(outcomes.flatMap((it) => (it.ok ? [] : [it.details?.because ?? it.reason])));
    expect([...reasons].every((reason) => reason === "monthFull" || reason === "planLimit")).toBe(true);
    const { rows } = await database.superuser.query(
      "SELECT count(*)::int AS count FROM appointment WHERE tenant_id = $1",
      [shop.tenantId],
    );
    expect(rows).toEqual([{ count: 50 }]);
  });

  it("offer nothing more to customers, and the explanation says why, with the plan to open", async () => {
    const shop = await aLimitedShop(50);
    expect(await slotsOf(shop, "customer")).toBe(0);
    expect(await slotsOf(shop, "member")).toBeGreaterThan(0);
    expect(await book(shop, at(0))).toMatchObject({
      reason: "notOffered",
      message: "This business cannot take more bookings this month.",
      details: { because: "monthFull", nearest: [] },
    });
    const input = { serviceId: shop.service.id, start: at(0) };
    const explained = await shop.run((ctx) => explainTime(ctx, input), team);
    expect(explained.ok && explained.value.reasons).toMatchObject([
      {
        code: "monthFull",
        message: "The plan allows 50 bookings a month, and they are made",
        about: { kind: "business", id: "plan" },
      },
    ]);
  });

  it("are explained for the past as they were then", async () => {
    const shop = await aLimitedShop(50);
    await madeAt(shop, "'2029-05-10T10:00Z'");
    const codes = async (askedAt: string) => {
      const input = { serviceId: shop.service.id, start: at(0), askedAt };
      const explained = await shop.run((ctx) => explainTime(ctx, input), team);
      return explained.ok ? explained.value.reasons.map(({ code }) => code) : [explained.reason];
    };
    expect(await codes("2029-05-10T09:00:00Z")).toEqual([]);
    expect(await codes("2029-05-10T11:00:00Z")).toEqual(["monthFull"]);
    expect(await codes("2029-06-01T00:00:00Z")).toEqual([]);
  });

  it.each([
    { made: 49, cancelled: 0 },
    { made: 50, cancelled: 0 },
    { made: 51, cancelled: 1 },
    { made: 51, cancelled: 2 },
  ])("offer what books, and refuse what is explained, with %j", async ({ made, cancelled }) => {
    const shop = await aLimitedShop(made);
    await database.superuser.query(
      `UPDATE appointment SET status = 'cancelled', cancelled_at = now() WHERE tenant_id = $1
       AND id IN (SELECT id FROM appointment WHERE tenant_id = $1 LIMIT $2)`,
      [shop.tenantId, cancelled],
    );
    const isOffered = (await slotsOf(shop, "customer")) > 0;
    const input = { serviceId: shop.service.id, start: at(0) };
    const explained = await shop.run((ctx) => explainTime(ctx, input), team);
    const asked = { serviceId: shop.service.id, month: "2030-03", timeZone: "UTC" };
    const month = await shop.run((ctx) => monthOverview(ctx, asked), visitor);
    expect(isOffered).toBe(made - cancelled < 50);
    expect(explained).toMatchObject({ value: { offered: isOffered } });
    expect(month.ok && month.value.days.some(({ available }) => available)).toBe(isOffered);
    expect((await book(shop, at(0))).ok).toBe(isOffered);
  });

  it("are said to the team with the plan that allows more", async () => {
    const shop = await aLimitedShop(50);
    expect(await bookByPhone(shop, at(0))).toMatchObject({
      reason: "planLimit",
      message: "The plan Starter allows 50 bookings a month. Pro allows more.",
      details: { limit: "bookingsPerMonth", allowed: 50, liftedById: "integrated-pro" },
    });
  });

  it("are counted without cancelled ones, and keep nobody from moving a visit", async () => {
    const shop = await aLimitedShop(50);
    const { rows } = await database.superuser.query<{ id: string }>(
      "UPDATE appointment SET starts_at = '2030-03-04T09:00Z', ends_at = '2030-03-04T10:00Z' WHERE tenant_id = $1 AND code = 'ZZZZZZZ2' RETURNING id",
      [shop.tenantId],
    );
    const token = await shop.run((ctx) => mintManageToken(ctx, rows[0]?.id ?? ""));
    const move = await shop.run((ctx) => rescheduleAppointment(ctx, { token, start: at(3) }), visitor);
    expect(move).toMatchObject({ ok: true });
    await database.superuser.query(
      "UPDATE appointment SET status = 'cancelled', cancelled_at = now() WHERE tenant_id = $1 AND code = 'ZZZZZZZ3'",
      [shop.tenantId],
    );
    expect(await book(shop, at(0))).toMatchObject({ ok: true });
    expect(await book(shop, at(1))).toMatchObject({ details: { because: "monthFull" } });
  });

  it("count what is being booked, so that whoever has a hold gets the booking", async () => {
    const shop = await aLimitedShop(49);
    const input = HoldSlotInput.parse({ serviceId: shop.service.id, start: at(0) });
    const held = await shop.run((ctx) => holdSlot(ctx, input), visitor);
    if (!held.ok) throw new Error(held.message);
    expect(await slotsOf(shop, "customer")).toBe(0);
    expect(await book(shop, at(1))).toMatchObject({ details: { because: "monthFull" } });
    expect(await book(shop, at(0), { holdToken: held.value.token })).toMatchObject({ ok: true });
  });

  it.each(["Pacific/Kiritimati", "Pacific/Midway"])("are of the month of %s", async (timeZone) => {
    const shop = await aLimitedShop(50, { timeZone });
    await madeAt(shop, `date_trunc('month', now(), '${timeZone}') - interval '1 second'`);
    expect(await slotsOf(shop, "customer")).toBeGreaterThan(0);
    await madeAt(shop, `date_trunc('month', now(), '${timeZone}')`);
    expect(await slotsOf(shop, "customer")).toBe(0);
  });
});

describe("a plan without a limit of bookings", () => {
  it("takes no lock", async () => {
    const shop = await aShop({ timeZone: "UTC" });
    const plan = { planId: "standalone-professional", billedBy: "platform", status: "active" } as const;
    await shop.run((ctx) => assignPlan(ctx, plan));
    const system = { kind: "system", job: "test" } as const;
    await withTenant({ tenantId: shop.tenantId, actor: system }, async ({ sql }) => {
      await sql("SELECT 1 FROM subscription WHERE tenant_id = $1 FOR UPDATE", [shop.tenantId]);
      expect(await book(shop, at(0))).toMatchObject({ ok: true });
    });
  });
});

describe("a limit of people or services", () => {
  it("holds when five are added at once", async () => {
    const shop = await aLimitedShop(1);
    const pro = { planId: "integrated-pro", billedBy: "builder", status: "active" } as const;
    await shop.run((ctx) => assignPlan(ctx, pro));
    const names = ["Ana", "Ben", "Cy", "Dee", "Eve"];
    const added = await Promise.all(
      names.map((name) => shop.run((ctx) => saveStaff(ctx, SaveStaffInput.parse({ name })))),
    );
    expect(added.filter(({ ok }) => ok)).toHaveLength(2);
    expect(added.find(({ ok }) => !ok)).toMatchObject({
      message: "The plan Pro allows 3 staff members. Business allows more.",
    });
  });

  it("does not keep what is there from being changed", async () => {
    const shop = await aShop();
    const free = { planId: "standalone-free", billedBy: "platform", status: "active" } as const;
    await shop.run((ctx) => assignPlan(ctx, free));
    const change = SaveStaffInput.parse({ id: shop.staff[0].id, name: "Renamed" });
    expect(await shop.run((ctx) => saveStaff(ctx, change))).toMatchObject({ ok: true });
    const service = (name: string) => SaveServiceInput.parse({ name, durationMin: 30, priceMinor: 0 });
    const add = (name: string) => shop.run((ctx) => saveService(ctx, service(name)));
    expect([await add("Two"), await add("Three")].every(({ ok }) => ok)).toBe(true);
    expect(await add("Four")).toMatchObject({ reason: "planLimit", details: { allowed: 3 } });
  });
});
