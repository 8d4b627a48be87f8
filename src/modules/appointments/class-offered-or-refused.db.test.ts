import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TenantContext } from "#database/tenant-context.ts";
import type { RefusalReason } from "#kernel/refusals.ts";
import type { Result } from "#kernel/result.ts";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import { addTimeOff } from "#modules/availability/add-time-off.ts";
import { explainTime } from "#modules/availability/explain-time.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { monthOverview } from "#modules/availability/month-overview.ts";
import { addSession } from "#modules/classes/add-session.ts";
import { assertUntil } from "#testing/assert-until.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { aRandomShop, type ShopPlan, shopPlan } from "#testing/builders/random-shop.ts";
import type { Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { holdSlot } from "./hold-slot.ts";
import { BookAppointmentInput, HoldSlotInput } from "./schema.ts";

const present = "2027-03-25T05:00:00Z";
const firstDate = "2027-03-26";
const window = { from: "2027-03-26T00:00:00Z", to: "2027-03-30T00:00:00Z" };
const visitor = { as: aVisitor, at: present };
const customer = { name: "Mia", email: "mia@example.com" };

type PlannedSession = { hour: number; staff: number; capacity: number; taken: number };
const sessions = fc.array(
  fc.record({
    hour: fc.integer({ min: 2, max: 90 }),
    staff: fc.nat(2),
    capacity: fc.integer({ min: 1, max: 4 }),
    taken: fc.nat(4),
  }),
  { minLength: 3, maxLength: 9 },
);

type Wish = { serviceId: string; staffId?: string; locationId?: string; seats: number };
type Outcome = Result<unknown, RefusalReason>;

class Undo extends Error {}

/** What a verb gives, with nothing of it left behind. */
async function tried(shop: Shop, work: (ctx: TenantContext) => Promise<Outcome>): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  const undone = shop.run(async (ctx) => {
    outcomes.push(await work(ctx));
    throw new Undo();
  }, visitor);
  await undone.catch((error) => {
    if (!(error instanceof Undo)) throw error;
  });
  if (!outcomes[0]) throw new Error("Nothing was tried");
  return outcomes[0];
}

/** A class of the business, which can mostly be booked far ahead. */
async function aClass(plan: ShopPlan, dice: number): Promise<Shop> {
  const shop = await aRandomShop({ ...plan, claims: [] }, firstDate);
  const unlimited = { maxPerDay: null, maxPerWeek: null, ...(dice % 3 !== 0 && { horizonDays: null }) };
  const asClass = { kind: "class", capacity: 4, staffNeeded: 1, ...unlimited };
  await shop.run(({ db }) => db.service.updateMany({ where: { id: shop.service.id }, data: asClass }));
  return shop;
}

/** Makes the sessions that can be, with seats booked in them; when they begin. */
async function addSessions(shop: Shop, planned: readonly PlannedSession[]): Promise<string[]> {
  const starts: string[] = [];
  for (const { hour, staff, capacity, taken } of planned) {
    const location = shop.locations[hour % shop.locations.length] ?? shop.location;
    const teacher = shop.staff[staff % shop.staff.length] ?? shop.staff[0];
    const date = localDateOf(parseInstant(window.from) + hour * 60, location.timeZone);
    const where = { serviceId: shop.service.id, staffId: teacher.id, locationId: location.id };
    const when = { date, startMinute: (hour * 60) % 1440, capacity };
    const added = await shop.run((ctx) => addSession(ctx, { ...where, ...when }), { at: present });
    if (!added.ok) continue;
    const { id: sessionId, start } = added.value;
    starts.push(start);
    const seats = Math.min(taken, capacity);
    if (seats === 0) continue;
    const wish = { serviceId: shop.service.id, sessionId, seats, start };
    const booking = BookAppointmentInput.parse({ ...wish, customer });
    await shop.run((ctx) => bookAppointment(ctx, booking), visitor);
  }
  return starts.filter((start) => start >= window.from && start < window.to);
}

/** Time off that was entered after the sessions were made: for everybody, or for one of the teachers. */
async function closeLater(shop: Shop, dice: number): Promise<void> {
  const staffId = shop.staff[dice % shop.staff.length]?.id;
  const dates = { dateFrom: "2027-03-27", dateTo: "2027-03-28" };
  await shop.run((ctx) => addTimeOff(ctx, { ...dates, ...(dice % 4 === 1 && { staffId }) }));
}

function wishOf(shop: Shop, dice: number): Wish {
  const wish: Wish = { serviceId: shop.service.id, seats: 1 + (dice % 3) };
  if (dice % 4 === 1) wish.staffId = (shop.staff[dice % shop.staff.length] ?? shop.staff[0]).id;
  if (dice % 5 === 1) wish.locationId = (shop.locations[dice % shop.locations.length] ?? shop.location).id;
  return wish;
}

/** Which days have a session, by the month and by the list. */
async function compareMonth(shop: Shop, wish: Wish, timeZone: string): Promise<void> {
  const whole = { from: "2027-02-27T00:00:00Z", to: "2027-05-03T00:00:00Z", audience: "customer" } as const;
  const month = await shop.run((ctx) => monthOverview(ctx, { ...wish, month: "2027-03", timeZone }), visitor);
  const found = await shop.run((ctx) => findSlots(ctx, { ...wish, ...whole }), visitor);
  if (!month.ok || !found.ok) throw new Error("The class is not offered at all");
  const dates = found.value.slots.map(({ start }) => localDateOf(parseInstant(start), timeZone));
  const open = month.value.days.filter(({ available }) => available).map(({ date }) => date);
  expect(open).toEqual([...new Set(dates)].filter((date) => date.startsWith("2027-03")).sort());
}

describe("every time of a class", () => {
  useDatabase();

  it("is offered, held and booked, or refused for a reason that the explanation gives as well", async () => {
    const seen = { offered: 0, refused: new Set<string>() };
    const property = fc.asyncProperty(shopPlan, sessions, fc.nat(59), async (plan, planned, dice) => {
      const shop = await aClass(plan, dice);
      const starts = await addSessions(shop, planned);
      if (dice % 4 < 2) await closeLater(shop, dice);
      const wish = wishOf(shop, dice);
      await compareMonth(shop, wish, dice % 2 ? "America/Los_Angeles" : "Pacific/Auckland");
      const found = await shop.run(
        (ctx) => findSlots(ctx, { ...wish, ...window, audience: "customer" }),
        visitor,
      );
      const offered = new Set(found.ok ? found.value.slots.map(({ start }) => start) : []);
      for (const start of new Set([...starts, formatInstant(parseInstant(window.from) + 7 * dice)])) {
        const booking = BookAppointmentInput.parse({ ...wish, start, customer });
        const outcomes = [
          await tried(shop, (ctx) => bookAppointment(ctx, booking)),
          await tried(shop, (ctx) => holdSlot(ctx, HoldSlotInput.parse({ ...wish, start }))),
        ];
        const why = await shop.run((ctx) => explainTime(ctx, { ...wish, start }), { at: present });
        const reasons = why.ok ? why.value.reasons.map(({ code }): unknown => code) : [];
        expect(why.ok && why.value.offered, start).toBe(offered.has(start));
        for (const outcome of outcomes) {
          expect(outcome.ok, start).toBe(offered.has(start));
          if (!outcome.ok) expect(reasons, start).toContain(outcome.details?.because);
        }
        if (offered.has(start)) seen.offered++;
        else for (const reason of reasons) seen.refused.add(String(reason));
      }
    });
    const reasons = ["noSeats", "noSession", "timeOff"];
    const shown = () => seen.offered > 3 && reasons.every((reason) => seen.refused.has(reason));
    await assertUntil(property, { numRuns: 16, shown });
  }, 120_000);
});
