import { describe, expect, it } from "vitest";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
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
const none = schedule();
const shop = schedule({ friday: [[540, 1080]] });
const on = { dateFrom: friday, dateTo: friday };

/** Somebody with `own` hours at one shop, where they have `there`. */
function at(own: ScheduleView, { place = shop, there = none, around = business } = {}) {
  return workingDay(friday, { own, places: [{ own: there, place }], business: around });
}

describe("a working day", () => {
  it("is the person's own hours within those of the place", () => {
    const own = schedule({
      friday: [
        [480, 720],
        [780, 1200],
      ],
    });
    expect(at(own)).toEqual([
      { start: 540, end: 720 },
      { start: 780, end: 1080 },
    ]);
  });

  it("is that of the place for somebody without hours of their own", () => {
    expect(at(none)).toEqual([{ start: 540, end: 1080 }]);
    const wide = schedule({ friday: [[600, 660]] });
    expect(at(none, { place: none, around: wide })).toEqual([{ start: 600, end: 660 }]);
  });

  it("takes the hours at the place before those anywhere", () => {
    const own = schedule({ friday: [[540, 720]] });
    const there = schedule({ friday: [[900, 960]] });
    expect(at(own, { there })).toEqual([{ start: 900, end: 960 }]);
  });

  it("is none at a place for somebody whose hours are all at another one", () => {
    const there = schedule({ friday: [[900, 960]] });
    const places = [
      { own: there, place: shop },
      { own: none, place: schedule({ friday: [[0, 1440]] }) },
    ];
    expect(workingDay(friday, { own: none, places, business })).toEqual([{ start: 900, end: 960 }]);
  });

  it("gives way to a date override, and to none when it is closed", () => {
    const override = { id: "o", ...on, reason: null };
    const intervals = [{ startMinute: 600, endMinute: 660 }];
    const short = schedule({ friday: [[540, 1080]], overrides: [{ ...override, intervals }] });
    const closed = schedule({ friday: [[540, 1080]], overrides: [{ ...override, intervals: [] }] });
    expect(at(short)).toEqual([{ start: 600, end: 660 }]);
    expect(at(closed)).toEqual([]);
    expect(at(none, { place: closed })).toEqual([]);
  });

  it("loses time off: whole days, or a part of each, on its dates alone", () => {
    const part = { id: "t", ...on, reason: null, part: { startMinute: 600, endMinute: 660 } };
    const own = schedule({ friday: [[540, 720]], timeOff: [part] });
    expect(at(own)).toEqual([
      { start: 540, end: 600 },
      { start: 660, end: 720 },
    ]);
    expect(at(own, { around: schedule({ timeOff: [{ ...part, part: null }] }) })).toEqual([]);
    const later = { ...part, dateFrom: "2026-11-21", dateTo: "2026-11-30" };
    expect(at(schedule({ friday: [[540, 720]], timeOff: [later] }))).toEqual([{ start: 540, end: 720 }]);
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
