import { describe, expect, it } from "vitest";
import type { ScheduleView } from "#modules/availability/schema.ts";
import { intersect, subtract, united, workingDay } from "./working-day.ts";

const friday = "2026-11-20";

function schedule(over: Partial<ScheduleView> & { friday?: [number, number][] } = {}): ScheduleView {
  const { friday: hours, ...rest } = over;
  const intervals = (hours ?? []).map(([startMinute, endMinute]) => ({ startMinute, endMinute }));
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    intervals: weekday === 5 ? intervals : [],
  }));
  return { week, usesDefaultHours: hours === undefined, overrides: [], timeOff: [], ...rest };
}

const business = schedule();
const shop = schedule({ friday: [[540, 1080]] });
const on = { dateFrom: friday, dateTo: friday };

describe("a working day", () => {
  it("is the person's own hours within those of the place", () => {
    const own = schedule({
      friday: [
        [480, 720],
        [780, 1200],
      ],
    });
    expect(workingDay(friday, { own, locations: [shop], business })).toEqual([
      { start: 540, end: 720 },
      { start: 780, end: 1080 },
    ]);
  });

  it("is that of the place for somebody without hours of their own", () => {
    expect(workingDay(friday, { own: schedule(), locations: [shop], business })).toEqual([
      { start: 540, end: 1080 },
    ]);
  });

  it("gives way to a date override, and to none when it is closed", () => {
    const override = { id: "o", ...on, reason: null };
    const short = schedule({
      friday: [[540, 1080]],
      overrides: [{ ...override, intervals: [{ startMinute: 600, endMinute: 660 }] }],
    });
    const closed = schedule({ friday: [[540, 1080]], overrides: [{ ...override, intervals: [] }] });
    expect(workingDay(friday, { own: short, locations: [shop], business })).toEqual([
      { start: 600, end: 660 },
    ]);
    expect(workingDay(friday, { own: closed, locations: [shop], business })).toEqual([]);
    expect(workingDay(friday, { own: schedule(), locations: [closed], business })).toEqual([]);
  });

  it("loses time off: whole days, or a part of each", () => {
    const part = { id: "t", ...on, reason: null, part: { startMinute: 600, endMinute: 660 } };
    const own = schedule({ friday: [[540, 720]], timeOff: [part] });
    expect(workingDay(friday, { own, locations: [shop], business })).toEqual([
      { start: 540, end: 600 },
      { start: 660, end: 720 },
    ]);
    const holiday = schedule({ timeOff: [{ ...part, part: null }] });
    expect(workingDay(friday, { own, locations: [shop], business: holiday })).toEqual([]);
  });

  it("on another date is not touched by it", () => {
    const own = schedule({
      timeOff: [{ id: "t", dateFrom: "2026-11-21", dateTo: "2026-11-30", reason: null, part: null }],
    });
    expect(workingDay(friday, { own, locations: [shop], business })).toHaveLength(1);
  });
});

describe("intervals", () => {
  it("unite, intersect and subtract", () => {
    const some = [
      { start: 60, end: 120 },
      { start: 0, end: 60 },
      { start: 200, end: 300 },
    ];
    expect(united(some)).toEqual([
      { start: 0, end: 120 },
      { start: 200, end: 300 },
    ]);
    expect(intersect(some, [{ start: 100, end: 250 }])).toEqual([
      { start: 100, end: 120 },
      { start: 200, end: 250 },
    ]);
    expect(subtract(some, [{ start: 100, end: 250 }])).toEqual([
      { start: 0, end: 100 },
      { start: 250, end: 300 },
    ]);
    expect(subtract(some, [{ start: 0, end: 400 }])).toEqual([]);
  });
});
