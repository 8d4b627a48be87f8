import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { addSession } from "#modules/classes/add-session.ts";
import { changeSession } from "#modules/classes/change-session.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { aResource } from "#testing/builders/resource.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { holdSlot } from "./hold-slot.ts";
import { moveAppointment } from "./move-appointment.ts";
import { releaseHold } from "./release-hold.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { BookAppointmentInput } from "./schema.ts";

/**
 * A visit takes one of three people and one of two rooms for an hour; a class at ten has four seats, its teacher and a
 * room. The model knows how many of each are free, and learns from the database which of them a visit has.
 */
type Visit = { id: string; token: string; step: number; subjects: string[]; open: boolean };
type Hold = { token: string; step: number; subjects: string[]; seats: number; live: boolean };
type Seats = { id: string; token: string; seats: number; open: boolean };
type Model = { visits: Visit[]; holds: Hold[]; seats: Seats[]; capacity: number };

const day = parseInstant("2030-03-05T08:00:00Z");
const stepMinutes = 30;
const stepsOfVisit = 2;
const lastStep = 10;
const classStep = 4;
const timeOf = (step: number) => formatInstant(day + step * stepMinutes);
const classStart = timeOf(classStep);
const visitor = { as: aVisitor, at: "2030-03-01T00:00:00Z" };
const team = { at: "2030-03-01T00:00:00Z" };
const customer = { name: "Mia", email: "mia@example.com" };

class World {
  readonly shop: Shop;
  readonly people: string[];
  readonly rooms: string[];
  readonly sessionId: string;
  readonly query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  model: Model = { visits: [], holds: [], seats: [], capacity: 4 };

  constructor(parts: Pick<World, "shop" | "people" | "rooms" | "sessionId" | "query">) {
    this.shop = parts.shop;
    this.people = parts.people;
    this.rooms = parts.rooms;
    this.sessionId = parts.sessionId;
    this.query = parts.query;
  }

  /** What is taken at a step, the class included. */
  claimsAround(step: number, except?: object): string[] {
    const near = (other: number) => Math.abs(other - step) < stepsOfVisit;
    const visits = this.model.visits.filter((visit) => visit.open && visit !== except);
    const holds = this.model.holds.filter((hold) => hold.live && hold.seats === 0 && hold !== except);
    const taken = [...visits, ...holds]
      .filter((claim) => near(claim.step))
      .flatMap(({ subjects }) => subjects);
    return near(classStep) ? [...taken, this.people[0] as string, this.rooms[0] as string] : taken;
  }

  /** Whether somebody (or this very person) and a room are free. */
  hasRoom(step: number, { person, except }: { person?: string; except?: object } = {}): boolean {
    const taken = this.claimsAround(step, except);
    const people = (person ? [person] : this.people).filter((id) => !taken.includes(id));
    return people.length > 0 && this.rooms.some((id) => !taken.includes(id));
  }

  freeSeats(except?: object): number {
    const booked = this.model.seats.filter(({ open }) => open).reduce((sum, { seats }) => sum + seats, 0);
    const held = this.model.holds.filter((hold) => hold.live && hold !== except);
    return this.model.capacity - booked - held.reduce((sum, { seats }) => sum + seats, 0);
  }

  /** Who and what the newest claims of an owner are. */
  async subjectsOf(step: number): Promise<string[]> {
    const rows = await this.query(
      `SELECT subject_id FROM occupancy WHERE starts_at = $1 AND kind IN ('appointment', 'hold')
         AND (expires_at IS NULL OR expires_at > clock_timestamp())`,
      [timeOf(step)],
    );
    const known = [
      ...this.model.visits.filter(({ open }) => open),
      ...this.model.holds.filter(({ live }) => live),
    ]
      .filter((claim) => claim.step === step)
      .flatMap(({ subjects }) => subjects);
    return rows.map((row) => row.subject_id as string).filter((id) => !known.includes(id));
  }

  async holdToken(wish: object): Promise<{ ok: true; token: string } | { ok: false }> {
    const held = await this.shop.run((ctx) => holdSlot(ctx, wish as Parameters<typeof holdSlot>[1]), visitor);
    return held.ok ? { ok: true, token: held.value.token } : { ok: false };
  }

  async book(wish: object) {
    const input = BookAppointmentInput.parse({ customer, ...wish });
    const outcome = await this.shop.run((ctx) => bookAppointment(ctx, input), visitor);
    return outcome.ok ? { id: outcome.value.appointment.id, token: outcome.value.manageToken } : null;
  }
}

type Step = { label: string; run(world: World): Promise<void> };

function pick<T>(items: readonly T[], index: number): T | undefined {
  return items.length > 0 ? items[index % items.length] : undefined;
}

const service = (world: World, index: number) => ({ serviceId: world.shop.services[index]?.id ?? "" });

const bookVisit = (step: number, index: number, useHold: boolean): Step => ({
  label: `book ${timeOf(step)}${useHold ? " with a hold" : ""}`,
  async run(world) {
    const { visits, holds } = world.model;
    const hold = useHold
      ? pick(
          holds.filter(({ seats }) => seats === 0),
          index,
        )
      : undefined;
    const at = hold?.step ?? step;
    const possible = hold?.live || world.hasRoom(at);
    const token = hold ? { holdToken: hold.token } : {};
    const done = await world.book({ ...service(world, 0), start: timeOf(at), ...token });
    expect(done !== null).toBe(possible);
    if (!done) return;
    if (hold) holds.splice(holds.indexOf(hold), 1);
    visits.push({ ...done, step: at, subjects: await world.subjectsOf(at), open: true });
  },
});

const holdVisit = (step: number): Step => ({
  label: `hold ${timeOf(step)}`,
  async run(world) {
    const possible = world.hasRoom(step);
    const held = await world.holdToken({ ...service(world, 0), start: timeOf(step) });
    expect(held.ok).toBe(possible);
    if (!held.ok) return;
    const subjects = await world.subjectsOf(step);
    world.model.holds.push({ token: held.token, step, subjects, seats: 0, live: true });
  },
});

const changeVisit = (index: number, step: number, person: number | null): Step => ({
  label: `${person === null ? "reschedule" : `move to ${person}`} ${timeOf(step)}`,
  async run(world) {
    const visit = pick(
      world.model.visits.filter(({ open }) => open),
      index,
    );
    if (!visit) return;
    const staffId = person === null ? undefined : world.people[person];
    const possible = world.hasRoom(step, { except: visit, ...(staffId && { person: staffId }) });
    const { id, token } = visit;
    const to = { start: timeOf(step), notify: false };
    const outcome = staffId
      ? await world.shop.run((ctx) => moveAppointment(ctx, { id, staffId, ...to }), team)
      : await world.shop.run((ctx) => rescheduleAppointment(ctx, { token, staffId: "any", ...to }), visitor);
    expect(outcome.ok).toBe(possible);
    if (!outcome.ok) return;
    Object.assign(visit, { step, subjects: [] });
    visit.subjects = await world.subjectsOf(step);
  },
});

const bookSeats = (seats: number, index: number, useHold: boolean): Step => ({
  label: `book ${seats} seats${useHold ? " with a hold" : ""}`,
  async run(world) {
    const hold = useHold
      ? pick(
          world.model.holds.filter((it) => it.seats > 0),
          index,
        )
      : undefined;
    const wanted = hold?.seats ?? seats;
    const possible = world.freeSeats(hold) >= wanted;
    const token = hold ? { holdToken: hold.token } : { seats };
    const done = await world.book({ ...service(world, 1), start: classStart, ...token });
    expect(done !== null).toBe(possible);
    if (!done) return;
    if (hold) world.model.holds.splice(world.model.holds.indexOf(hold), 1);
    world.model.seats.push({ ...done, seats: wanted, open: true });
  },
});

const holdSeats = (seats: number): Step => ({
  label: `hold ${seats} seats`,
  async run(world) {
    const possible = world.freeSeats() >= seats;
    const held = await world.holdToken({ ...service(world, 1), start: classStart, seats });
    expect(held.ok).toBe(possible);
    if (held.ok)
      world.model.holds.push({ token: held.token, step: classStep, subjects: [], seats, live: true });
  },
});

const resize = (capacity: number): Step => ({
  label: `make the class ${capacity} seats`,
  async run(world) {
    const booked = world.model.seats.filter(({ open }) => open).reduce((sum, { seats }) => sum + seats, 0);
    const change = { id: world.sessionId, capacity, notify: false };
    const outcome = await world.shop.run((ctx) => changeSession(ctx, change), team);
    expect(outcome.ok).toBe(capacity >= booked);
    if (outcome.ok) world.model.capacity = capacity;
  },
});

const cancel = (index: number): Step => ({
  label: `cancel ${index}`,
  async run(world) {
    const booking = pick(
      [...world.model.visits, ...world.model.seats].filter(({ open }) => open),
      index,
    );
    if (!booking) return;
    const target = { target: { id: booking.id }, notify: false };
    expect(await world.shop.run((ctx) => cancelAppointment(ctx, target), team)).toMatchObject({ ok: true });
    booking.open = false;
  },
});

const release = (index: number): Step => ({
  label: `release ${index}`,
  async run(world) {
    const hold = pick(world.model.holds, index);
    if (!hold) return;
    await world.shop.run((ctx) => releaseHold(ctx, { token: hold.token }), visitor);
    world.model.holds.splice(world.model.holds.indexOf(hold), 1);
  },
});

const expire: Step = {
  label: "holds run out",
  async run(world) {
    await world.query("UPDATE hold SET expires_at = clock_timestamp() - interval '1 second'");
    await world.query(
      "UPDATE occupancy SET expires_at = clock_timestamp() - interval '1 second' WHERE kind = 'hold'",
    );
    for (const hold of world.model.holds) hold.live = false;
  },
};

const step = fc.integer({ min: 0, max: lastStep });
const index = fc.nat({ max: 6 });
const seats = fc.integer({ min: 1, max: 3 });
const steps = fc.array(
  fc.oneof(
    fc.tuple(step, index, fc.boolean()).map((args) => bookVisit(...args)),
    step.map(holdVisit),
    fc.tuple(index, step, fc.option(fc.nat({ max: 2 }), { nil: null })).map((args) => changeVisit(...args)),
    fc.tuple(seats, index, fc.boolean()).map((args) => bookSeats(...args)),
    seats.map(holdSeats),
    fc.integer({ min: 1, max: 6 }).map(resize),
    index.map(cancel),
    index.map(release),
    fc.constant(expire),
  ),
  { minLength: 1, maxLength: 20 },
);

describe("any sequence of visits that share rooms, and of seats of a class", () => {
  const database = useDatabase();
  let world: World;

  beforeAll(async () => {
    const allDay = { opens: "00:00", closes: "24:00" };
    const shop = await aShop({ timeZone: "UTC" })
      .withStaff(allDay)
      .withStaff(allDay)
      .withStaff(allDay)
      .withService({ slotIntervalMin: 30 })
      .withService({ kind: "class" });
    const room = await aResource(shop, { units: 2 });
    await shop.run(({ db }) =>
      db.serviceResource.createMany({
        data: [{ tenantId: shop.tenantId, serviceId: shop.services[1]?.id ?? "", resourceId: room.id }],
      }),
    );
    const where = { staffId: shop.staff[0].id, locationId: shop.location.id, date: "2030-03-05" };
    const single = { ...service({ shop } as World, 1), ...where, startMinute: 600, capacity: 4 };
    const session = await shop.run((ctx) => addSession(ctx, single), team);
    if (!session.ok) throw new Error(session.message);
    const query = async (sql: string, values?: unknown[]) =>
      (await database.superuser.query(sql, values)).rows;
    const people = shop.staff.map(({ id }) => id);
    world = new World({ shop, people, rooms: room.unitIds, sessionId: session.value.id, query });
  });

  it("ends as the model says, at every step", async () => {
    const sequence = fc.asyncProperty(steps, async (sequenceOfSteps) => {
      await world.query("DELETE FROM hold");
      await world.query("DELETE FROM occupancy WHERE kind <> 'session'");
      await world.query("DELETE FROM appointment");
      await world.query("UPDATE class_session SET seats_taken = 0, capacity = 4");
      world.model = { visits: [], holds: [], seats: [], capacity: 4 };
      for (const { label, run } of sequenceOfSteps) {
        await run(world);
        await compare(label);
      }
    });
    await fc.assert(sequence, { numRuns: 60 });
  }, 120_000);

  /** Each open visit has one person and one room, nothing overlaps, and seats are the sum of the bookings. */
  async function compare(label: string): Promise<void> {
    const { visits, holds, seats: bookings } = world.model;
    const expected = [
      ...visits.filter(({ open }) => open),
      ...holds.filter((it) => it.live && it.seats === 0),
    ]
      .flatMap((claim) => claim.subjects.map((id) => `${id} ${timeOf(claim.step)}`))
      .sort();
    const rows = await world.query(
      `SELECT subject_id, starts_at FROM occupancy WHERE kind <> 'session'
         AND (expires_at IS NULL OR expires_at > clock_timestamp())`,
    );
    const claims = rows.map(
      (row) => `${row.subject_id} ${(row.starts_at as Date).toISOString().replace(".000Z", "Z")}`,
    );
    expect(claims.sort(), `after ${label}`).toEqual(expected);
    for (const { subjects, open } of visits) {
      if (!open) continue;
      expect(subjects.filter((id) => world.people.includes(id))).toHaveLength(1);
      expect(subjects.filter((id) => world.rooms.includes(id))).toHaveLength(1);
    }
    const [session] = await world.query("SELECT seats_taken FROM class_session WHERE id = $1", [
      world.sessionId,
    ]);
    const booked = bookings.filter(({ open }) => open).reduce((sum, it) => sum + it.seats, 0);
    expect(session?.seats_taken, `after ${label}`).toBe(booked);
  }
});
