/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { DateGrid, tabStop } from "./date-grid.tsx";
import type { DayCell, MonthModel } from "./view-model.ts";

function aDay(day: number, change: Partial<DayCell> = {}): DayCell {
  const date = `2026-03-${String(day).padStart(2, "0")}`;
  return { date, day, label: `Day ${day}, no times`, today: false, selected: false, ...change };
}

const free = aDay(3, { label: "Tuesday 3 March, 5 times", href: "/book?date=2026-03-03", selected: true });
const today = aDay(2, { today: true });

function aMonth(change: Partial<MonthModel> = {}): MonthModel {
  const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  return {
    label: "March 2026",
    month: "2026-03",
    weekdays: weekdays.map((long) => ({ long, short: long.slice(0, 3) })),
    weeks: [{ blanksBefore: 1, days: [today, free, aDay(4)], blanksAfter: 3 }],
    empty: false,
    nextHref: "/book?month=2026-04",
    ...change,
  };
}

const html = renderToString(<DateGrid month={aMonth()} rtl={false} />);

describe("the month grid as the server prints it", () => {
  it("is a labelled grid with weekdays in full for screen readers", () => {
    expect(html).toContain('<table role="grid" class="grid" aria-labelledby="month-label">');
    expect(html).toContain('<h2 id="month-label">March 2026</h2>');
    expect(html).toContain('abbr="Sunday"');
  });

  it("makes each day with times a plain link, named in words and marked when selected", () => {
    const cell = html.match(/<td role="gridcell" aria-selected="true">(.*?)<\/td>/)?.[1];
    expect(cell).toContain('href="/book?date=2026-03-03"');
    expect(cell).toContain('aria-label="Tuesday 3 March, 5 times"');
  });

  it("keeps days without times in the grid as disabled links that lead nowhere", () => {
    const cell = html.match(/<span[^>]*data-date="2026-03-04".*?<\/span>/)?.[0];
    expect(cell).toContain('role="link" aria-disabled="true"');
    expect(cell).not.toContain("href");
  });

  it("marks today for everybody", () => {
    expect(html).toMatch(/class="day day-today"[^>]*aria-current="date"/);
  });

  it("leaves the tab order alone until script has taken over", () => {
    expect(html).not.toContain("tabindex");
  });

  it("links only to months in which anything can be booked", () => {
    expect(html).toContain('data-month="next"');
    expect(html).not.toContain('data-month="previous"');
  });
});

describe("where Tab enters the grid", () => {
  it("is the selected day, else the first with times, else today, else the first", () => {
    const unselected = { ...free, selected: false };
    expect(tabStop([today, unselected, { ...aDay(5), selected: true }])?.day).toBe(5);
    expect(tabStop([today, unselected])?.day).toBe(3);
    expect(tabStop([aDay(1), today])?.day).toBe(2);
    expect(tabStop([aDay(1), aDay(4)])?.day).toBe(1);
  });
});
