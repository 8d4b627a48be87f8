import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aResource } from "#testing/builders/resource.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { bookManually } from "./book-manually.ts";
import { completeAppointment } from "./complete-appointment.ts";
import { editAppointment } from "./edit-appointment.ts";
import { holdSlot } from "./hold-slot.ts";
import { listAppointments } from "./list-appointments.ts";
import { listHistory } from "./list-history.ts";
import { moveAppointment } from "./move-appointment.ts";
import { readAppointment } from "./read-appointment.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { BookAppointmentInput, BookManuallyInput, ListAppointmentsInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";
const tuesday = "2030-03-05T09:00:00Z";
const wednesday = "2030-03-06T09:00:00Z";
const visitor = { as: aVisitor, at: today };
const team = { at: today };

const database = useDatabase();

/** Two of the three people at once, and a room with two units. */
async function aDuo() {
  const shop = await aShop()
    .withStaff({ name: "Ada" })
    .withStaff({ name: "Bea" })
    .withStaff({ name: "Cy" })
    .withService({ staffNeeded: 2, assignment: "order", bufferAfterMin: 10 });
  const room = await aResource(shop, { name: "Room", units: 2 });
  return { shop, room };
}

function book(shop: Shop, overrides: Partial<BookAppointmentInput> = {}) {
  const customer = { name: "Mia Wong", email: "mia@example.com" };
  const input = BookAppointmentInput.parse({
    serviceId: shop.service.id,
    start: tuesday,
    customer,
    ...overrides,
  });
  return shop.run((ctx) => bookAppointment(ctx, input), visitor);
}

async function booked(shop: Shop, overrides: Partial<BookAppointmentInput> = {}) {
  const outcome = await book(shop, overrides);
  if (!outcome.ok) throw new Error(outcome.message);
  return { ...outcome.value.appointment, token: outcome.value.manageToken };
}

function bookForCaller(shop: Shop, staffId: string, overrides: object = {}) {
  const input = {
    serviceId: shop.service.id,
    staffId,
    start: tuesday,
    customer: { name: "Caller" },
    ...overrides,
  };
  return shop.run((ctx) => bookManually(ctx, BookManuallyInput.parse(input)), team);
}

/** Who and what has a claim of the appointment, with the hours of it. */
async function claimsOf(id: string): Promise<string[]> {
  const { rows } = await database.superuser.query<{ claim: string }>(
    `SELECT coalesce(p.name, r.name || ' ' || u.number) || ' ' || to_char(o.starts_at AT TIME ZONE 'UTC', 'DD HH24:MI-')
       || to_char(o.ends_at AT TIME ZONE 'UTC', 'HH24:MI') AS claim
     FROM occupancy o LEFT JOIN staff p ON p.id = o.subject_id
     LEFT JOIN resource_unit u ON u.id = o.subject_id LEFT JOIN resource r ON r.id = u.resource_id
     WHERE o.appointment_id = $1 OR o.hold_id = $1 ORDER BY 1`,
    [id],
  );
  return rows.map(({ claim }) => claim);
}

describe("a visit that takes several people and a room", () => {
  it("is in the calendar of everybody who takes part", async () => {
    const { shop } = await aDuo();
    const visit = await booked(shop);
    const [ada, bea, cy] = shop.staff.map(({ id }) => id);
    const list = async (staffId: string | undefined, as: Actor) => {
      const input = ListAppointmentsInput.parse({ staffId });
      const found = await shop.run((ctx) => listAppointments(ctx, input), { as, at: today });
      return found.ok && found.value.appointments.map(({ id }) => id);
    };
    const reads = (as: Actor) =>
      shop.run((ctx) => readAppointment(ctx, { target: { id: visit.id } }), { as, at: today });
    for (const id of [ada, bea]) {
      expect(await list(id, shop.owner)).toEqual([visit.id]);
      expect(await list(undefined, aMember("staff", id))).toEqual([visit.id]);
      expect(await reads(aMember("staff", id))).toMatchObject({ value: { id: visit.id } });
    }
    expect(await list(cy, shop.owner)).toEqual([]);
    expect(await list(undefined, aMember("staff", cy))).toEqual([]);
    expect(await reads(aMember("staff", cy))).toMatchObject({ reason: "notFound" });
  });

  it("is read, changed and settled by everybody who takes part, and put into their own calendar only", async () => {
    const { shop } = await aDuo();
    const { id } = await booked(shop);
    const [, bea, cy] = shop.staff.map((person) => aMember("staff", person.id));
    const edit = (as: Actor) =>
      shop.run((ctx) => editAppointment(ctx, { id, version: 1, notes: "Bring towels" }), { as, at: today });
    const history = (as: Actor) => shop.run((ctx) => listHistory(ctx, { id }), { as, at: today });
    expect(await edit(cy as Actor)).toMatchObject({ ok: false, reason: "notFound" });
    expect(await history(cy as Actor)).toMatchObject({ ok: false, reason: "notFound" });
    expect(await edit(bea as Actor)).toMatchObject({ ok: true, value: { notes: "Bring towels" } });
    expect(await history(bea as Actor)).toMatchObject({ ok: true });
    const move = { id, version: 2, start: wednesday, notify: false };
    const moved = shop.run((ctx) => moveAppointment(ctx, move), { as: bea as Actor, at: today });
    expect(await moved).toMatchObject({ ok: false, reason: "forbidden" });
    const later = { as: bea as Actor, at: wednesday };
    const completed = shop.run((ctx) => completeAppointment(ctx, { id, version: 2 }), later);
    expect(await completed).toMatchObject({ ok: true, value: { status: "completed" } });
  });

  it("claims them all with its buffers, and says who and what comes along", async () => {
    const { shop, room } = await aDuo();
    const visit = await booked(shop);
    expect(await claimsOf(visit.id)).toEqual([
      "Ada 05 09:00-10:10",
      "Bea 05 09:00-10:10",
      "Room 1 05 09:00-10:10",
    ]);
    expect(visit).toMatchObject({
      staff: { name: "Ada" },
      withStaff: [{ id: shop.staff[1]?.id, name: "Bea" }],
      resources: [{ id: room.id, name: "Room", unit: 1 }],
      sessionId: null,
      seats: 1,
    });
  });

  it("is refused when not enough people are left, though one is free", async () => {
    const { shop } = await aDuo();
    await booked(shop);
    expect(await book(shop)).toMatchObject({
      reason: "slotTaken",
      details: { because: "notEnoughStaff", nearest: expect.any(Array) },
    });
  });

  it("becomes an appointment as a whole when it was held", async () => {
    const { shop } = await aDuo();
    const wish = { serviceId: shop.service.id, start: tuesday };
    const held = await shop.run((ctx) => holdSlot(ctx, wish), visitor);
    if (!held.ok) throw new Error(held.message);
    expect(await book(shop)).toMatchObject({ reason: "slotTaken" });
    const visit = await booked(shop, { holdToken: held.value.token });
    expect(await claimsOf(visit.id)).toEqual([
      "Ada 05 09:00-10:10",
      "Bea 05 09:00-10:10",
      "Room 1 05 09:00-10:10",
    ]);
    const { rows } = await database.superuser.query("SELECT 1 FROM occupancy WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    expect(rows).toHaveLength(3);
  });

  it("moves as a whole for its customer", async () => {
    const { shop } = await aDuo();
    const visit = await booked(shop);
    const moved = await shop.run(
      (ctx) => rescheduleAppointment(ctx, { token: visit.token, start: wednesday }),
      visitor,
    );
    expect(moved).toMatchObject({ ok: true });
    expect(await claimsOf(visit.id)).toEqual([
      "Ada 06 09:00-10:10",
      "Bea 06 09:00-10:10",
      "Room 1 06 09:00-10:10",
    ]);
  });

  it("keeps what can be kept when the team gives it to another", async () => {
    const { shop } = await aDuo();
    const cy = shop.staff[2]?.id ?? "";
    const visit = await booked(shop);
    const to = { id: visit.id, start: visit.start, notify: false };
    const moved = await shop.run((ctx) => moveAppointment(ctx, { ...to, staffId: cy }), team);
    expect(moved).toMatchObject({ value: { staff: { name: "Cy" }, withStaff: [{ name: "Ada" }] } });
    const back = await shop.run((ctx) => moveAppointment(ctx, { ...to, staffId: shop.staff[0].id }), team);
    expect(back).toMatchObject({
      value: { staff: { name: "Ada" }, withStaff: [{ name: "Cy" }], resources: [{ unit: 1 }] },
    });
  });

  it("keeps its room on a drag, and takes the other one where that is taken", async () => {
    const { shop, room } = await aDuo();
    const visit = await booked(shop);
    const block = (start: string) =>
      database.superuser.query(
        `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind)
         VALUES ($1, gen_random_uuid(), $2, $3, $3::timestamptz + interval '1 hour', 'block')`,
        [shop.tenantId, room.unitIds[0], start],
      );
    await block("2030-03-06T10:00:00Z");
    const move = (start: string) =>
      shop.run((ctx) => moveAppointment(ctx, { id: visit.id, start, notify: false }), team);
    expect(await move("2030-03-06T08:00:00Z")).toMatchObject({ value: { resources: [{ unit: 1 }] } });
    expect(await move("2030-03-06T10:30:00Z")).toMatchObject({ value: { resources: [{ unit: 2 }] } });
    expect(await move("2030-03-06T12:00:00Z")).toMatchObject({ value: { resources: [{ unit: 2 }] } });
  });
});

describe("rivals for people and rooms", () => {
  it("get every room there is, whichever half of a choice each of them loses", async () => {
    const shop = await aShop().withStaff().withStaff().withStaff();
    await aResource(shop, { units: 2 });
    for (const day of [4, 5, 6, 7, 8]) {
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, index) => {
          const customer = { name: "Mia Wong", email: `mia-${index}@example.com`, phone: undefined };
          return book(shop, { start: `2030-03-0${day}T10:00:00Z`, customer });
        }),
      );
      expect(outcomes.filter((it) => it.ok)).toHaveLength(2);
      const refused = outcomes.flatMap((it) => (it.ok ? [] : [`${it.reason} ${it.details?.because}`]));
      expect([...new Set(refused)]).toEqual(["slotTaken resourceTaken"]);
    }
  });
});

describe("what the team books", () => {
  it("overrules hours, but not the people and resources that the service takes", async () => {
    const { shop, room } = await aDuo();
    const [ada, bea, cy] = shop.staff.map(({ id }) => id) as [string, string, string];
    const night = { start: "2030-03-05T22:00:00Z" };
    expect(await bookForCaller(shop, cy, night)).toMatchObject({
      value: {
        appointment: { staff: { name: "Cy" }, withStaff: [{ name: "Ada" }], resources: [{ unit: 1 }] },
      },
    });
    expect(await bookForCaller(shop, cy, night)).toMatchObject({
      message: "Cy is already booked at this time.",
      details: { because: "taken" },
    });
    expect(await bookForCaller(shop, bea, night)).toMatchObject({
      reason: "slotTaken",
      message: "This visit takes 2 people at once: beside Bea, Ada and Cy are already booked at this time.",
      details: { because: "notEnoughStaff" },
    });
    for (const unit of room.unitIds) {
      await database.superuser.query(
        `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind)
         VALUES ($1, gen_random_uuid(), $2, $3, '2030-03-05T12:00Z', 'block')`,
        [shop.tenantId, unit, tuesday],
      );
    }
    expect(await bookForCaller(shop, ada)).toMatchObject({
      reason: "slotTaken",
      message: "Room 1 and Room 2 are taken at this time.",
      details: { because: "resourceTaken", nearest: expect.any(Array) },
    });
  });

  it("lasts as long as the team says, and needs everything for as long", async () => {
    const { shop } = await aDuo();
    const [ada, bea] = shop.staff;
    await anAppointment(shop, { start: "2030-03-05T10:30:00Z", staffId: bea?.id ?? "" });
    const outcome = await bookForCaller(shop, ada.id, { durationMin: 120 });
    expect(outcome).toMatchObject({
      value: { appointment: { withStaff: [{ name: "Cy" }], end: "2030-03-05T11:00:00Z" } },
    });
  });

  it("knows resources that only some places have", async () => {
    const { shop } = await aDuo();
    const elsewhere = await aShop();
    await aResource(shop, { name: "Laser", requirement: 2 });
    await shop.run((ctx) =>
      ctx.db.resource.updateMany({ where: { name: "Laser" }, data: { archivedAt: new Date(0) } }),
    );
    expect(await bookForCaller(shop, shop.staff[0].id)).toMatchObject({
      message: "What this service needs is not at this location.",
    });
    expect(await bookForCaller(shop, elsewhere.staff[0].id)).toMatchObject({ reason: "notFound" });
  });
});
