import { describe, expect, it } from "vitest";
import { addSession } from "#modules/classes/add-session.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { bookManually } from "./book-manually.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { extendHold } from "./extend-hold.ts";
import { holdSlot } from "./hold-slot.ts";
import { moveAppointment } from "./move-appointment.ts";
import { releaseHold } from "./release-hold.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { BookAppointmentInput, BookManuallyInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";
const tuesday = "2030-03-05T09:00:00Z";
const wednesday = "2030-03-06T09:00:00Z";
const visitor = { as: aVisitor, at: today };
const team = { at: today };

const database = useDatabase();

/** A class of four on Tuesday and on Wednesday at ten in Berlin. */
async function aClass(): Promise<Shop> {
  const shop = await aShop()
    .withStaff({ name: "Ada" })
    .withStaff({ name: "Bea" })
    .withService({ kind: "class", capacity: 4, priceKind: "per_person", priceMinor: 1500 });
  for (const date of ["2030-03-05", "2030-03-06"]) await sessionOn(shop, date);
  return shop;
}

async function sessionOn(shop: Shop, date: string, staffId: string = shop.staff[0].id): Promise<string> {
  const single = {
    serviceId: shop.service.id,
    staffId,
    locationId: shop.location.id,
    date,
    startMinute: 600,
  };
  const added = await shop.run((ctx) => addSession(ctx, single), team);
  if (!added.ok) throw new Error(added.message);
  return added.value.id;
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

function hold(shop: Shop, seats: number, previousToken?: string) {
  const wish = { serviceId: shop.service.id, start: tuesday, seats, previousToken };
  return shop.run((ctx) => holdSlot(ctx, wish), visitor);
}

async function held(shop: Shop, seats: number) {
  const outcome = await hold(shop, seats);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** Booked seats of Tuesday's and Wednesday's session. */
async function seatsTaken(shop: Shop): Promise<number[]> {
  const sql = "SELECT seats_taken FROM class_session WHERE tenant_id = $1 ORDER BY starts_at";
  const { rows } = await database.superuser.query<{ seats_taken: number }>(sql, [shop.tenantId]);
  return rows.map((row) => row.seats_taken);
}

describe("seats of a class", () => {
  it("are booked one or several at a time, each for its price, with no claim of their own", async () => {
    const shop = await aClass();
    const visit = await booked(shop, { seats: 3 });
    expect(visit).toMatchObject({
      seats: 3,
      priceMinor: 4500,
      end: "2030-03-05T10:00:00Z",
      staff: { name: "Ada" },
    });
    expect(visit.sessionId).not.toBeNull();
    expect(await booked(shop)).toMatchObject({ seats: 1, priceMinor: 1500 });
    expect(await seatsTaken(shop)).toEqual([4, 0]);
    const sql = "SELECT 1 FROM occupancy WHERE tenant_id = $1 AND kind = 'appointment'";
    expect((await database.superuser.query(sql, [shop.tenantId])).rowCount).toBe(0);
  });

  it("are never more than there are, and the other dates are named", async () => {
    const shop = await aClass();
    await booked(shop, { seats: 3 });
    const refused = await book(shop, { seats: 2 });
    expect(refused).toMatchObject({ reason: "slotTaken", details: { because: "noSeats" } });
    expect(refused).toMatchObject({ details: { nearest: [{ start: wednesday }] } });
    expect(await seatsTaken(shop)).toEqual([3, 0]);
  });

  it("are not booked twice under one key", async () => {
    const shop = await aClass();
    const first = await booked(shop, { seats: 2, idempotencyKey: "a key of mine" });
    expect(await book(shop, { seats: 2, idempotencyKey: "a key of mine" })).toMatchObject({
      value: { replayed: true, appointment: { id: first.id } },
    });
    expect(await book(shop, { seats: 1, idempotencyKey: "a key of mine" })).toMatchObject({
      reason: "keyReused",
    });
    expect(await seatsTaken(shop)).toEqual([2, 0]);
  });

  it("are for classes only", async () => {
    const shop = await aShop();
    expect(await book(shop, { seats: 2 })).toMatchObject({ reason: "notOffered" });
    expect(await book(shop, { seats: 1 })).toMatchObject({ ok: true });
  });

  it("are those of the session meant, where two begin together", async () => {
    const shop = await aClass();
    const second = await sessionOn(shop, "2030-03-05", shop.staff[1]?.id);
    expect(await booked(shop, { sessionId: second })).toMatchObject({
      sessionId: second,
      staff: { name: "Bea" },
    });
    await booked(shop, { sessionId: second, seats: 3 });
    expect(await book(shop, { sessionId: second })).toMatchObject({ reason: "slotTaken" });
    expect(await booked(shop)).toMatchObject({ staff: { name: "Ada" } });
  });

  it("are given back by who cancels", async () => {
    const shop = await aClass();
    const visit = await booked(shop, { seats: 4 });
    const cancel = { target: { token: visit.token }, notify: true };
    expect(await shop.run((ctx) => cancelAppointment(ctx, cancel), visitor)).toMatchObject({ ok: true });
    expect(await seatsTaken(shop)).toEqual([0, 0]);
    await booked(shop, { seats: 4 });
  });

  it("move to another date of the class, for customers and for the team", async () => {
    const shop = await aClass();
    const visit = await booked(shop, { seats: 2 });
    const to = { token: visit.token, start: wednesday };
    const moved = await shop.run((ctx) => rescheduleAppointment(ctx, to), visitor);
    expect(moved).toMatchObject({ value: { start: wednesday, seats: 2, version: 2 } });
    expect(await seatsTaken(shop)).toEqual([0, 2]);
    await booked(shop, { seats: 3 });
    const back = { id: visit.id, start: tuesday, notify: false };
    expect(await shop.run((ctx) => moveAppointment(ctx, back), team)).toMatchObject({ reason: "slotTaken" });
    const nowhere = { id: visit.id, start: "2030-03-07T09:00:00Z", notify: false };
    expect(await shop.run((ctx) => moveAppointment(ctx, nowhere), team)).toMatchObject({ ok: false });
    expect(await seatsTaken(shop)).toEqual([3, 2]);
  });

  it("stay with whom staff are, where that is the only calendar they see", async () => {
    const shop = await aClass();
    const thursday = "2030-03-07T09:00:00Z";
    const [{ id: staffId }] = shop.staff;
    const sessionId = await sessionOn(shop, "2030-03-07", shop.staff[1]?.id);
    const visit = await booked(shop);
    const move = { id: visit.id, start: thursday, sessionId, notify: false };
    const staff = { as: aMember("staff", staffId), at: today };
    expect(await shop.run((ctx) => moveAppointment(ctx, move), staff)).toMatchObject({ ok: false });
    expect(
      await shop.run((ctx) => moveAppointment(ctx, { id: visit.id, start: wednesday, notify: false }), staff),
    ).toMatchObject({ ok: true });
    expect(await shop.run((ctx) => moveAppointment(ctx, move), team)).toMatchObject({ ok: true });
  });

  it("are booked for callers too, whatever the notice, as long as there are some", async () => {
    const shop = await aClass();
    await database.superuser.query("UPDATE service SET notice_min = 86400 WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    const request = (seats: number) =>
      BookManuallyInput.parse({
        ...{ serviceId: shop.service.id, staffId: shop.staff[0].id, start: tuesday, seats },
        customer: { name: "Caller" },
      });
    const forCaller = (seats: number) => shop.run((ctx) => bookManually(ctx, request(seats)), team);
    expect(await forCaller(3)).toMatchObject({
      value: { overruled: expect.stringContaining("ahead"), appointment: { seats: 3, priceMinor: 4500 } },
    });
    expect(await forCaller(2)).toMatchObject({ reason: "slotTaken" });
    expect(await seatsTaken(shop)).toEqual([3, 0]);
  });
});

describe("seats that are held", () => {
  it("are kept from others, and become the booking", async () => {
    const shop = await aClass();
    const { token } = await held(shop, 3);
    expect(await book(shop, { seats: 2 })).toMatchObject({ reason: "slotTaken" });
    expect(await booked(shop, { holdToken: token })).toMatchObject({ seats: 3 });
    expect(await seatsTaken(shop)).toEqual([3, 0]);
    await booked(shop);
  });

  it("can be fewer or more when the same page chooses again, and are free once released", async () => {
    const shop = await aClass();
    const first = await held(shop, 4);
    expect(await hold(shop, 2)).toMatchObject({ reason: "slotTaken" });
    const second = await hold(shop, 2, first.token);
    if (!second.ok) throw new Error(second.message);
    expect(second.value).toMatchObject({ seats: 2 });
    await shop.run((ctx) => releaseHold(ctx, { token: second.value.token }), visitor);
    await booked(shop, { seats: 4 });
  });

  it("can be extended while they live, and are anybody's after", async () => {
    const shop = await aClass();
    const { token } = await held(shop, 4);
    expect(await shop.run((ctx) => extendHold(ctx, { token }), visitor)).toMatchObject({
      value: { seats: 4 },
    });
    await database.superuser.query("UPDATE hold SET expires_at = clock_timestamp() - interval '1 second'");
    expect(await shop.run((ctx) => extendHold(ctx, { token }), visitor)).toMatchObject({
      reason: "holdExpired",
    });
    await booked(shop, { seats: 2 });
    expect(await book(shop, { holdToken: token })).toMatchObject({ reason: "slotTaken" });
    expect(await booked(shop, { holdToken: token, seats: 2 })).toMatchObject({ seats: 2 });
  });
});
