import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { RefusalReason } from "#kernel/refusals.ts";
import type { Result } from "#kernel/result.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { bookManually } from "./book-manually.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { holdSlot } from "./hold-slot.ts";
import { moveAppointment } from "./move-appointment.ts";
import { releaseHold } from "./release-hold.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { BookAppointmentInput, BookManuallyInput } from "./schema.ts";

/** A visit or hold as it ought to be. Times are steps of a quarter of an hour since 09:00 of the one day. */
type Visit = { id: string; token: string; staff: number; step: number; open: boolean };
type Hold = { token: string; staff: number; step: number; live: boolean };
type Model = { visits: Visit[]; holds: Hold[] };
type Real = { shop: Shop; staffIds: string[]; expireHolds(): Promise<void>; claims(): Promise<string[]> };

const staffCount = 2;
const stepMinutes = 15;
/** An hour's visit with a quarter of an hour kept free after it. */
const blockedSteps = 5;
const lastStep = 12;
const dayStart = Date.UTC(2030, 2, 5, 9);
const timeOf = (step: number) =>
  new Date(dayStart + step * stepMinutes * 60_000).toISOString().replace(".000Z", "Z");

function claimsOf(model: Model): { staff: number; step: number }[] {
  return [...model.visits.filter((visit) => visit.open), ...model.holds.filter((hold) => hold.live)];
}

function isFree(model: Model, staff: number, step: number, except?: object): boolean {
  return claimsOf(model).every(
    (claim) => claim === except || claim.staff !== staff || Math.abs(claim.step - step) >= blockedSteps,
  );
}

/** Who of the wished-for staff members could take the time: `null` wishes for anybody. */
function candidates(model: Model, wish: number | null, step: number, except?: object): number[] {
  const wished = wish === null ? [...Array(staffCount).keys()] : [wish];
  return wished.filter((staff) => isFree(model, staff, step, except));
}

/** The verb's outcome must be the model's; returns what it gave, if it was to succeed. */
function agree<T>(result: Result<T, RefusalReason>, free: readonly number[]): T | undefined {
  expect(result.ok ? "done" : result.reason).toBe(free.length > 0 ? "done" : "slotTaken");
  return result.ok ? result.value : undefined;
}

const visitor = { as: aVisitor, at: "2030-03-01T00:00:00Z" };
const team = { at: "2030-03-01T00:00:00Z" };

type Step = { label: string; run(model: Model, real: Real): Promise<void> };

function pick<T>(items: readonly T[], index: number): T | undefined {
  return items.length > 0 ? items[index % items.length] : undefined;
}

/** What the verb chose among the candidates is taken over into the model. */
function chosenBy(real: Real, free: readonly number[], staffId: string): number {
  const staff = real.staffIds.indexOf(staffId);
  expect(free).toContain(staff);
  return staff;
}

function book(wish: number | null, step: number, useHold: boolean, index: number): Step {
  return {
    label: `book(${wish ?? "any"}, ${timeOf(step)}${useHold ? ", with a hold" : ""})`,
    async run(model, real) {
      const hold = useHold ? pick(model.holds, index) : undefined;
      const at = hold?.step ?? step;
      const free = hold?.live ? [hold.staff] : candidates(model, wish, at);
      const input = BookAppointmentInput.parse({
        serviceId: real.shop.service.id,
        start: timeOf(at),
        customer: { name: "Mia", email: "mia@example.com" },
        ...(wish !== null && { staffId: real.staffIds[wish] }),
        ...(hold && { holdToken: hold.token }),
      });
      const done = agree(await real.shop.run((ctx) => bookAppointment(ctx, input), visitor), free);
      if (!done) return;
      const staff = chosenBy(real, free, done.appointment.staff.id);
      model.visits.push({ id: done.appointment.id, token: done.manageToken, staff, step: at, open: true });
      if (hold) model.holds.splice(model.holds.indexOf(hold), 1);
    },
  };
}

function bookForCaller(staff: number, step: number): Step {
  return {
    label: `bookManually(${staff}, ${timeOf(step)})`,
    async run(model, real) {
      const input = BookManuallyInput.parse({
        ...{ serviceId: real.shop.service.id, staffId: real.staffIds[staff], start: timeOf(step) },
        customer: { name: "Caller" },
      });
      const done = agree(
        await real.shop.run((ctx) => bookManually(ctx, input), team),
        candidates(model, staff, step),
      );
      if (done) model.visits.push({ id: done.appointment.id, token: "", staff, step, open: true });
    },
  };
}

function hold(wish: number | null, step: number): Step {
  return {
    label: `hold(${wish ?? "any"}, ${timeOf(step)})`,
    async run(model, real) {
      const free = candidates(model, wish, step);
      const input = { serviceId: real.shop.service.id, start: timeOf(step) };
      const wished = wish === null ? input : { ...input, staffId: real.staffIds[wish] };
      const done = agree(await real.shop.run((ctx) => holdSlot(ctx, wished), visitor), free);
      if (!done) return;
      model.holds.push({ token: done.token, staff: chosenBy(real, free, done.staffId), step, live: true });
    },
  };
}

function release(index: number): Step {
  return {
    label: `release(${index})`,
    async run(model, real) {
      const held = pick(model.holds, index);
      if (!held) return;
      await real.shop.run((ctx) => releaseHold(ctx, { token: held.token }), visitor);
      model.holds.splice(model.holds.indexOf(held), 1);
    },
  };
}

const expireHolds: Step = {
  label: "time passes until all holds run out",
  async run(model, real) {
    await real.expireHolds();
    for (const held of model.holds) held.live = false;
  },
};

function reschedule(index: number, step: number, toAnybody: boolean): Step {
  return {
    label: `reschedule(${index}, ${timeOf(step)}${toAnybody ? ", anybody" : ""})`,
    async run(model, real) {
      const visit = pick(
        model.visits.filter(({ open, token }) => open && token),
        index,
      );
      if (!visit) return;
      const free = candidates(model, toAnybody ? null : visit.staff, step, visit);
      const input = {
        token: visit.token,
        start: timeOf(step),
        ...(toAnybody && { staffId: "any" as const }),
      };
      const done = agree(await real.shop.run((ctx) => rescheduleAppointment(ctx, input), visitor), free);
      if (done) Object.assign(visit, { step, staff: chosenBy(real, free, done.staff.id) });
    },
  };
}

function move(index: number, staff: number, step: number): Step {
  return {
    label: `move(${index}, ${staff}, ${timeOf(step)})`,
    async run(model, real) {
      const visit = pick(
        model.visits.filter(({ open }) => open),
        index,
      );
      if (!visit) return;
      const input = { id: visit.id, start: timeOf(step), staffId: real.staffIds[staff], notify: false };
      const free = isFree(model, staff, step, visit) ? [staff] : [];
      if (agree(await real.shop.run((ctx) => moveAppointment(ctx, input), team), free))
        Object.assign(visit, { step, staff });
    },
  };
}

function cancel(index: number): Step {
  return {
    label: `cancel(${index})`,
    async run(model, real) {
      const visit = pick(model.visits, index);
      if (!visit) return;
      const target = { target: { id: visit.id }, notify: false };
      const result = await real.shop.run((ctx) => cancelAppointment(ctx, target), team);
      expect(result.ok ? "done" : result.reason).toBe(visit.open ? "done" : "wrongState");
      visit.open = false;
    },
  };
}

const step = fc.integer({ min: 0, max: lastStep });
const staff = fc.integer({ min: 0, max: staffCount - 1 });
const wish = fc.option(staff, { nil: null });
const index = fc.nat({ max: 6 });

const steps = fc.array(
  fc.oneof(
    fc.tuple(wish, step, fc.boolean(), index).map((args) => book(...args)),
    fc.tuple(staff, step).map((args) => bookForCaller(...args)),
    fc.tuple(wish, step).map((args) => hold(...args)),
    index.map(release),
    fc.constant(expireHolds),
    fc.tuple(index, step, fc.boolean()).map((args) => reschedule(...args)),
    fc.tuple(index, staff, step).map((args) => move(...args)),
    index.map(cancel),
  ),
  { minLength: 1, maxLength: 20 },
);

describe("any sequence of bookings, holds and changes", () => {
  const database = useDatabase();
  let real: Real;

  beforeAll(async () => {
    const shop = await aShop()
      .withStaff({ opens: "00:00", closes: "24:00" })
      .withStaff({ opens: "00:00", closes: "24:00" })
      .withService({ durationMin: 60, bufferAfterMin: 15, slotIntervalMin: 15 });
    const staffIds = shop.staff.map((member) => member.id);
    real = {
      shop,
      staffIds,
      async expireHolds() {
        await database.superuser.query(
          "UPDATE hold SET expires_at = clock_timestamp() - interval '1 second'",
        );
        await database.superuser.query(
          "UPDATE occupancy SET expires_at = clock_timestamp() - interval '1 second' WHERE kind = 'hold'",
        );
      },
      async claims() {
        const { rows } = await database.superuser.query<{ subject_id: string; starts_at: Date }>(
          "SELECT subject_id, starts_at FROM occupancy WHERE kind <> 'hold' OR expires_at > clock_timestamp()",
        );
        return rows
          .map(
            (row) =>
              `${staffIds.indexOf(row.subject_id)} ${row.starts_at.toISOString().replace(".000Z", "Z")}`,
          )
          .sort();
      },
    };
  });

  it("ends as the model says, at every step", async () => {
    const sequence = fc.asyncProperty(steps, async (sequenceOfSteps) => {
      await database.superuser.query("TRUNCATE appointment, hold, occupancy, event, event_dispatch CASCADE");
      const model: Model = { visits: [], holds: [] };
      for (const { label, run } of sequenceOfSteps) {
        await run(model, real);
        const expected = claimsOf(model).map((claim) => `${claim.staff} ${timeOf(claim.step)}`);
        expect(await real.claims(), `after ${label}`).toEqual(expected.sort());
      }
    });
    await fc.assert(sequence, { numRuns: 100 });
  }, 120_000);
});
