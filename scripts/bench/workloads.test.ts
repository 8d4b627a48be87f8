import { describe, expect, it } from "vitest";
import { findCaseSlots } from "#modules/availability/availability-case.ts";
import { makeCase, planBookings, type Shape, shapes } from "./workloads.ts";

const named = Object.entries(shapes);

describe("the benchmark's cases", () => {
  it.each(named)("%s is the same at each call", (id, shape) => {
    expect(makeCase(id, shape)).toEqual(makeCase(id, shape));
  });

  it.each(named)("%s has the bookings it promises, and still offers times", (id, shape) => {
    const question = makeCase(id, shape);
    expect(question.bookings).toHaveLength(shape.bookings);
    expect(findCaseSlots(question).length).toBeGreaterThan(100);
  });

  it.each(named)("%s books nobody twice at one time", (_id, shape: Shape) => {
    const until = new Map<number, number>();
    for (const { staff, start, end } of planBookings(shape)) {
      expect(start).toBeGreaterThanOrEqual(until.get(staff) ?? 0);
      until.set(staff, end);
    }
  });

  it("keeps days off free of bookings", () => {
    const { staff, bookings } = makeCase("W2", shapes.W2);
    const daysOff = new Set(
      staff.flatMap(({ id, overrides }) => overrides.map(({ date }) => `${id} ${date}`)),
    );
    expect(daysOff.size).toBe(50);
    // All of it happens by day in Berlin, so the UTC date is the local one.
    expect(bookings.filter(({ staffId, start }) => daysOff.has(`${staffId} ${start.slice(0, 10)}`))).toEqual(
      [],
    );
  });
});
