import { describe, expect, it } from "vitest";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { aRule, type BookablesOverrides, daily, someBookables } from "#testing/builders/bookables.ts";
import { timesOnDate } from "#testing/offered-times.ts";
import type { RuleRow } from "./rule-book.ts";

const here = { locationId: "downtown" };
const minutes = (from: number, until: number) => ({ startMinute: from * 60, endMinute: until * 60 });
const on = (date: string, last = date) => ({ firstDay: parseLocalDate(date), lastDay: parseLocalDate(last) });
const weekly = (weekday: number, rule: Partial<RuleRow>) => aRule({ kind: "weekly", weekday, ...rule });

/** Full hours that start on a date when these rules are all that the business has. */
function times(rules: readonly RuleRow[], date: string, more: BookablesOverrides = {}): string[] {
  return timesOnDate(someBookables({ visit: { slotInterval: 60 }, ...more, rules }), date);
}

describe("of the rules that are about a date", () => {
  const always = daily({ staffId: "maya", from: "09:00", until: "11:00" });

  it("several of the same strength add up", () => {
    const more = weekly(2, { staffId: "maya", ...minutes(14, 16) });
    expect(times([...always, more], "2026-03-03")).toEqual(["09:00", "10:00", "14:00", "15:00"]);
    expect(times([...always, more], "2026-03-04")).toEqual(["09:00", "10:00"]);
  });

  it("those of the highest priority count, be they weekly or monthly", () => {
    const firstTuesday = aRule({
      ...{ kind: "monthly", weekday: 2, nthOfMonth: 1, priority: 1 },
      ...{ staffId: "maya", ...minutes(18, 20) },
    });
    expect(times([...always, firstTuesday], "2026-03-03")).toEqual(["18:00", "19:00"]);
    expect(times([...always, firstTuesday], "2026-03-10")).toEqual(["09:00", "10:00"]);
  });

  it("priority goes before scope, and scope decides among equals", () => {
    const hereOnly = weekly(2, { staffId: "maya", ...here, ...minutes(12, 13) });
    expect(times([...always, hereOnly], "2026-03-03")).toEqual(["12:00"]);
    const firm = always.map((rule) => ({ ...rule, priority: 5 }));
    expect(times([...firm, hereOnly], "2026-03-03")).toEqual(["09:00", "10:00"]);
  });

  it("a more specific scope replaces the dates it is about, and no others", () => {
    const hereOnly = weekly(2, { staffId: "maya", ...here, ...minutes(12, 13) });
    expect(times([...always, hereOnly], "2026-03-04")).toEqual(["09:00", "10:00"]);
    const closed = weekly(3, { staffId: "maya", ...here });
    expect(times([...always, hereOnly, closed], "2026-03-04")).toEqual([]);
  });

  it("a season of a higher priority takes the place of the week while it lasts", () => {
    const summer = daily({ staffId: "maya", from: "07:00", until: "08:00", priority: 1 }).map((rule) => ({
      ...rule,
      ...on("2026-06-01", "2026-08-31"),
    }));
    expect(times([...always, ...summer], "2026-05-31")).toEqual(["09:00", "10:00"]);
    expect(times([...always, ...summer], "2026-06-01")).toEqual(["07:00"]);
    expect(times([...always, ...summer], "2026-08-31")).toEqual(["07:00"]);
    expect(times([...always, ...summer], "2026-09-01")).toEqual(["09:00", "10:00"]);
  });

  it("every second week is worked, and the others are not", () => {
    const anchorDay = parseLocalDate("2026-03-04");
    const second = weekly(2, { staffId: "maya", everyWeeks: 2, anchorDay, ...minutes(9, 10) });
    expect(times([second], "2026-03-03")).toEqual(["09:00"]);
    expect(times([second], "2026-03-10")).toEqual([]);
    expect(times([second], "2026-03-17")).toEqual(["09:00"]);
  });

  it("an override goes before every week, whatever the priorities; among overrides the priority counts", () => {
    const firm = always.map((rule) => ({ ...rule, priority: 9 }));
    const late = aRule({ kind: "override", staffId: "maya", ...on("2026-03-03"), ...minutes(20, 21) });
    expect(times([...firm, late], "2026-03-03")).toEqual(["20:00"]);
    const shut = { ...late, startMinute: null, endMinute: null, priority: 1 };
    expect(times([...firm, late, shut], "2026-03-03")).toEqual([]);
    const lateHere = { ...late, ...here, ...minutes(21, 22) };
    expect(times([...firm, late, lateHere], "2026-03-03")).toEqual(["21:00"]);
  });
});

describe("a holiday", () => {
  const always = daily({ staffId: "maya", from: "09:00", until: "11:00" });
  const opening = daily({ from: "09:00", until: "10:00" });
  const holiday = aRule({ kind: "holiday", ...here, ...on("2026-04-06") });

  it("closes the place, with or without opening hours", () => {
    expect(times([...always, holiday], "2026-04-06")).toEqual([]);
    expect(times([...always, holiday], "2026-04-07")).toEqual(["09:00", "10:00"]);
    expect(times([...always, ...opening, holiday], "2026-04-06")).toEqual([]);
  });

  it("closes it for staff who follow its hours too, unless they say otherwise", () => {
    expect(times([...opening, holiday], "2026-04-06")).toEqual([]);
    expect(times([...opening, holiday], "2026-04-07")).toEqual(["09:00"]);
  });

  it("is worked when an override of the place says so", () => {
    const open = aRule({ kind: "override", ...on("2026-04-06"), ...minutes(10, 11) });
    expect(times([...always, holiday, open], "2026-04-06")).toEqual(["10:00"]);
  });

  it("does not cut the night that began the day before", () => {
    const nights = daily({ staffId: "maya", from: "22:00", until: "26:00" });
    const openAllNight = daily({ from: "22:00", until: "26:00" });
    expect(times([...nights, ...openAllNight, holiday], "2026-04-06")).toEqual(["00:00", "01:00"]);
    expect(times([...nights, ...openAllNight, holiday], "2026-04-07")).toEqual(["22:00", "23:00"]);
  });
});

describe("a layer without rules about a date", () => {
  it("is closed when it has rules about others, even about other years", () => {
    const once = weekly(2, { ...on("2020-01-01", "2020-12-31"), ...here, ...minutes(0, 24) });
    const always = daily({ staffId: "maya", from: "09:00", until: "10:00" });
    expect(times([...always, once], "2026-03-03")).toEqual([]);
    expect(times(always, "2026-03-03")).toEqual(["09:00"]);
  });

  it("keeps staff away who have hours at some other place only", () => {
    const elsewhere = daily({ staffId: "maya", locationId: "uptown", from: "09:00", until: "10:00" });
    const opening = daily({ from: "09:00", until: "10:00" });
    expect(times([...elsewhere, ...opening], "2026-03-03")).toEqual([]);
    expect(times(opening, "2026-03-03")).toEqual(["09:00"]);
  });

  it("of a service does not limit it; its own hours at a place do", () => {
    const always = daily({ staffId: "maya", from: "09:00", until: "12:00" });
    const morning = weekly(2, { serviceId: "cut", ...minutes(8, 11) });
    const shut = weekly(3, { serviceId: "cut", ...here });
    expect(times([...always, morning, shut], "2026-03-03")).toEqual(["09:00", "10:00"]);
    expect(times([...always, morning, shut], "2026-03-04")).toEqual([]);
    expect(times([...always, weekly(2, { serviceId: "other" })], "2026-03-03")).toHaveLength(3);
  });
});

describe("time off", () => {
  it.each(["staffId", "locationId", "serviceId"] as const)(
    "by %s keeps the visit away, not its buffers",
    (of) => {
      const id = { staffId: "maya", locationId: "downtown", serviceId: "cut" }[of];
      const always = daily({ staffId: "maya", from: "09:00", until: "13:00" });
      const off = aRule({ kind: "time_off", [of]: id, ...on("2026-03-03"), ...minutes(10, 11) });
      const visit = { slotInterval: 60, bufferBefore: 30, bufferAfter: 30 };
      expect(times([...always, off], "2026-03-03", { visit })).toEqual(["09:00", "11:00", "12:00"]);
    },
  );

  it("of a service at a place keeps it away from there", () => {
    const always = daily({ staffId: "maya", from: "09:00", until: "11:00" });
    const off = aRule({ kind: "time_off", serviceId: "cut", ...here, ...on("2026-03-03") });
    expect(times([...always, off], "2026-03-03")).toEqual([]);
    expect(times([...always, { ...off, locationId: "uptown" }], "2026-03-03")).toHaveLength(2);
  });
});
