import { describe, expect, it } from "vitest";
import type { HoursOnDate, HoursPlan } from "#modules/availability/schedule-schema.ts";
import { monthlyWords, nextTurn, planWords, previewLines, weekWords } from "./week-words.ts";

const day = { startMinute: 540, endMinute: 1020 };
const morning = { startMinute: 540, endMinute: 720 };
const evening = { startMinute: 1080, endMinute: 1560 };
const week = (...open: [number, (typeof day)[]][]) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    intervals: open.find(([one]) => one === weekday)?.[1] ?? [],
  }));

describe("a week in words", () => {
  it("says days in a row with the same hours together", () => {
    const hours = week([1, [day]], [2, [day]], [3, [day]], [5, [morning]], [6, [morning]]);
    expect(weekWords(hours, "en-GB")).toBe("Mon–Wed 09:00 – 17:00, Fri, Sat 09:00 – 12:00");
  });

  it("says several periods of a day, and the night", () => {
    expect(weekWords(week([7, [morning, evening]]), "en-GB")).toBe("Sun 09:00 – 12:00 and 18:00 – 02:00");
  });

  it("says when nothing is open", () => {
    expect(weekWords(week(), "en-GB")).toBe("closed");
  });
});

describe("the next turn of a week", () => {
  it.each([
    ["this week when it is on", "2026-11-18", 0, "2026-11-16"],
    ["next week when it is off", "2026-11-18", 1, "2026-11-23"],
    ["also before the first one", "2026-10-08", 0, "2026-10-05"],
    ["also from a Sunday on", "2026-11-22", 1, "2026-11-23"],
    ["also long after", "2027-11-17", 0, "2027-11-15"],
  ])("is %s", (_, today, index, monday) => {
    expect(nextTurn("2026-11-19", { index, of: 2 }, today)).toBe(monday);
  });
});

const plan: HoursPlan = {
  id: "1",
  name: null,
  priority: 10,
  dateFrom: null,
  dateTo: null,
  anchorDate: "2026-11-16",
  weeks: [week([1, [day]]), []],
};

describe("hours that differ, in words", () => {
  it("name the weeks that take turns with their next dates", () => {
    expect(planWords(plan, "en-GB", "2026-11-20")).toEqual({
      title: "Every second week",
      lines: [
        "Week A (this week): Mon 09:00 – 17:00",
        "Week B (from Mon 23 November): as usual",
        "in place of the usual hours",
      ],
    });
  });

  it("name a season by its dates, unless it has a name", () => {
    const season = { ...plan, anchorDate: null, weeks: [week([1, [day]])], priority: 0 };
    const summer = { ...season, dateFrom: "2027-07-01", dateTo: "2027-08-31" };
    const dates = "Thu, 1 July 2027 – Tue, 31 August 2027";
    expect(planWords(summer, "en-GB", "2026-11-20")).toEqual({
      title: dates,
      lines: ["Mon 09:00 – 17:00", "added to the usual hours"],
    });
    expect(planWords({ ...summer, name: "Summer" }, "en-GB", "2026-11-20").lines[0]).toBe(dates);
  });

  it("name the day of the month", () => {
    const hours = { ...plan, nth: -1, weekday: 5, intervals: [], priority: -5 };
    expect(monthlyWords(hours, "en-GB", "Friday")).toEqual({
      title: "Last Friday of the month",
      lines: ["closed, where no other hours are set"],
    });
  });
});

describe("what results", () => {
  const from = (monday: number, intervals: HoursOnDate["intervals"][]) =>
    intervals.map((hours, index): HoursOnDate => {
      const date = `2026-11-${String(monday + index).padStart(2, "0")}`;
      return { date, intervals: hours, because: null, name: null };
    });
  const open = [[day], [day], [], [], [], [], []];
  const shut = [[], [], [], [], [], [], []];

  it("is a line for each week", () => {
    expect(previewLines([...from(2, open), ...from(9, shut), ...from(16, open)], "en-GB")).toEqual([
      { label: "This week", words: "Mon, Tue 09:00 – 17:00" },
      { label: "Next week", words: "closed" },
      { label: "Week of Mon 16 November", words: "Mon, Tue 09:00 – 17:00" },
    ]);
  });

  it("is one line when the weeks are alike", () => {
    expect(previewLines([...from(2, open), ...from(9, open)], "en-GB")).toEqual([
      { label: "This week and next", words: "Mon, Tue 09:00 – 17:00" },
    ]);
  });

  it("says what is out of the ordinary, and that nothing is limited", () => {
    const days = from(2, open);
    days[2] = { date: "2026-11-04", intervals: [], because: "holiday", name: "Founders’ Day" };
    days[3] = { date: "2026-11-05", intervals: [], because: "timeOff", name: null };
    expect(previewLines(days, "en-GB")[0]?.words).toBe(
      "Mon, Tue 09:00 – 17:00 (Wed: Founders’ Day; Thu: time off)",
    );
    expect(previewLines(from(2, [null, null, null, null, null, null, null]), "en-GB")[0]?.words).toBe(
      "not limited",
    );
  });
});
