import { describe, expect, it } from "vitest";
import type { DayModel } from "#ui/booking/view-model.ts";
import { keepPlaces } from "./keep-places.ts";

/** A day with these hours, "Morning" before 12. */
function aDay(...hours: number[]): DayModel {
  const time = (hour: number) => {
    const start = `2026-03-03T${String(hour).padStart(2, "0")}:00:00Z`;
    return { start, value: start, label: `${hour}:00`, name: `${hour}:00` };
  };
  const groups = [
    { name: "Morning", times: hours.filter((hour) => hour < 12).map(time) },
    { name: "Afternoon", times: hours.filter((hour) => hour >= 12).map(time) },
  ];
  return {
    date: "2026-03-03",
    heading: "Tuesday 3 March",
    groups: groups.filter((group) => group.times.length > 0),
    announcement: `${hours.length} times on Tuesday 3 March`,
    ...(hours.length === 0 && { empty: { text: "No times" } }),
  };
}

const seen = (day: DayModel) =>
  day.groups.map(({ name, times }) => [name, ...times.map(({ label, off }) => (off ? `(${label})` : label))]);

describe("times that change while they are looked at", () => {
  it("keep the place of one that went, so that no other slips under the finger", () => {
    expect(seen(keepPlaces(aDay(9, 10, 11, 14), aDay(9, 11), false))).toEqual([
      ["Morning", "9:00", "(10:00)", "11:00"],
      ["Afternoon", "(14:00)"],
    ]);
  });

  it("show one that came in order, but not while somebody points at the others", () => {
    expect(seen(keepPlaces(aDay(9, 11), aDay(9, 10, 11, 13), false))).toEqual([
      ["Morning", "9:00", "10:00", "11:00"],
      ["Afternoon", "13:00"],
    ]);
    expect(seen(keepPlaces(aDay(9, 11), aDay(9, 10, 11, 13), true))).toEqual([["Morning", "9:00", "11:00"]]);
  });

  it("bring back one that is free again", () => {
    const went = keepPlaces(aDay(9, 10), aDay(9), true);
    expect(seen(keepPlaces(went, aDay(9, 10), true))).toEqual([["Morning", "9:00", "10:00"]]);
  });

  it("say that nothing is left only once the last one's place is given up", () => {
    const day = keepPlaces(aDay(9), aDay(), false);
    expect(seen(day)).toEqual([["Morning", "(9:00)"]]);
    expect(day.empty).toBeUndefined();
  });
});
