import { describe, expect, it } from "vitest";
import {
  addInterval,
  copyDay,
  intervalOf,
  minutesOfWeek,
  problemOf,
  removeInterval,
  setOpen,
  setPeriod,
  sortedWeek,
  type WeekHours,
} from "./weekly-hours.ts";

const closed: WeekHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, intervals: [] }));
const morning = { startMinute: 540, endMinute: 720 };
const evening = { startMinute: 780, endMinute: 1080 };
const mondays = setPeriod(setOpen(closed, 1, true), 1, { index: 0, interval: morning });
const hoursOf = (week: WeekHours, weekday: number) => week.find((day) => day.weekday === weekday)?.intervals;

describe("weekly hours", () => {
  it("open a day with the hours of the open day before it, the first one from 9 to 5", () => {
    expect(hoursOf(setOpen(closed, 3, true), 3)).toEqual([{ startMinute: 540, endMinute: 1020 }]);
    expect(hoursOf(setOpen(mondays, 4, true), 4)).toEqual([morning]);
    expect(hoursOf(setOpen(mondays, 1, false), 1)).toEqual([]);
  });

  it("take several periods a day, the next one after a break", () => {
    const twice = addInterval(mondays, 1);
    expect(hoursOf(twice, 1)).toEqual([morning, { startMinute: 780, endMinute: 1020 }]);
    expect(hoursOf(removeInterval(twice, 1, 0), 1)).toEqual([{ startMinute: 780, endMinute: 1020 }]);
    const full = setPeriod(mondays, 1, { index: 0, interval: { startMinute: 540, endMinute: 1380 } });
    expect(addInterval(full, 1)).toEqual(full);
  });

  it("copy a day to others and leave the rest alone", () => {
    const copied = copyDay(mondays, 1, [2, 5]);
    expect([1, 2, 3, 4, 5].map((weekday) => hoursOf(copied, weekday)?.length)).toEqual([1, 1, 0, 0, 1]);
  });

  it("read an end at or before the start as the next day's", () => {
    expect(intervalOf("22:00", "02:00")).toEqual({ startMinute: 1320, endMinute: 1560 });
    expect(intervalOf("16:00", "00:00")).toEqual({ startMinute: 960, endMinute: 1440 });
    expect(intervalOf("09:00", "")).toBeNull();
  });

  it("name periods that overlap, whatever their order, and let them touch", () => {
    expect(problemOf([evening, morning])).toBeNull();
    expect(problemOf([morning, { startMinute: 720, endMinute: 800 }])).toBeNull();
    expect(problemOf([{ startMinute: 700, endMinute: 800 }, morning])).toBe(
      "These periods overlap. Change one of them.",
    );
  });

  it("are stored in order and add up", () => {
    const week = copyDay(setPeriod(addInterval(mondays, 1), 1, { index: 0, interval: evening }), 1, []);
    const later = setPeriod(week, 1, { index: 1, interval: morning });
    expect(hoursOf(sortedWeek(later), 1)).toEqual([morning, evening]);
    expect(minutesOfWeek(later)).toBe(480);
  });
});
