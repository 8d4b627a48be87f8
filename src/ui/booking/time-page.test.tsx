/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { TimePage } from "./time-page.tsx";
import type { DayModel, TimeModel, TimePill } from "./view-model.ts";

const ambiguous: TimePill[] = ["00:30", "01:30"].map((utc, index) => ({
  start: `2026-10-25T${utc}:00Z`,
  value: `2026-10-25T${utc}:00Z`,
  label: `02:30 ${index === 0 ? "CEST" : "CET"}`,
  name: `02:30 ${index === 0 ? "CEST" : "CET"}, Sunday 25 October`,
}));

function aClass(change: Partial<TimePill>): TimePill {
  const start = "2026-10-25T08:00:00Z";
  return { start, value: `${start}~s1`, label: "09:00", name: "09:00, with Ana Ruiz", ...change };
}

function aDay(times: TimePill[], change: Partial<DayModel> = {}): DayModel {
  const heading = "Sunday 25 October";
  const groups = times.length > 0 ? [{ name: "Morning", times }] : [];
  return { date: "2026-10-25", heading, groups, announcement: "", ...change };
}

function aTimePage(day: DayModel, change: Partial<TimeModel> = {}): TimeModel {
  return {
    page: "time",
    purpose: "book",
    locale: "en-GB",
    direction: "ltr",
    title: "Haircut",
    base: "",
    heading: "When would you like to come?",
    back: { label: "All services", href: "/" },
    summary: { service: "Haircut", duration: "45 min" },
    serviceChoices: [],
    staffChoices: [],
    locationChoices: [],
    seatChoices: [],
    month: { label: "October 2026", month: "2026-10", weekdays: [], weeks: [], empty: false },
    day,
    live: { href: "/book/live?service=haircut", seen: "abc" },
    zone: {
      id: "Europe/Berlin",
      businessId: "Europe/Berlin",
      chosen: false,
      label: "Times in Berlin",
      changeHref: "/book?choose=zone",
    },
    form: { action: "/book/hold", method: "post", hidden: { service: "haircut" } },
    ...change,
  };
}

const render = (day: DayModel, change?: Partial<TimeModel>) =>
  renderToString(<TimePage model={aTimePage(day, change)} />);

describe("the times", () => {
  it("of an hour that comes twice are two buttons that can be told apart, seen or heard", () => {
    const html = render(aDay(ambiguous));
    expect(html).toMatch(
      /<button type="submit" name="start" value="2026-10-25T00:30:00Z"[^>]*aria-label="02:30 CEST, /,
    );
    expect(html).toMatch(
      /<button type="submit" name="start" value="2026-10-25T01:30:00Z"[^>]*aria-label="02:30 CET, /,
    );
  });

  it("that went keep their place and send nothing", () => {
    const html = render(aDay([{ ...(ambiguous[0] as TimePill), off: "gone" }]));
    expect(html).toContain('type="button" aria-disabled="true"');
    expect(html).toContain("02:30 CEST, Sunday 25 October, just taken");
    expect(html).not.toContain('name="start"');
  });

  it("of a class say who gives it and how many seats are left; a full one cannot be pressed", () => {
    const teacher = "Ana Ruiz";
    const free = render(aDay([aClass({ session: { teacher, seats: "3 seats left" } })]));
    expect(free).toContain('value="2026-10-25T08:00:00Z~s1"');
    expect(free).toMatch(/Ana Ruiz.*3 seats left/);
    const full = render(aDay([aClass({ session: { teacher, seats: "Full" }, off: "full" })]));
    expect(full).toContain("Full");
    expect(full).not.toContain('name="start"');
  });

  it("that are all gone give way to the next day that has any", () => {
    const next = { label: "Next available: Monday 26 October", href: "/book?date=2026-10-26" };
    const html = render(aDay([], { empty: { text: "No times on Sunday 25 October", next } }));
    expect(html).toContain("No times on Sunday 25 October");
    expect(html).toContain('href="/book?date=2026-10-26"');
  });

  it("ask how many come only where seats are sold", () => {
    const seats = [1, 2].map((number) => ({
      id: String(number),
      label: String(number),
      href: `/book?seats=${number}`,
      current: number === 1,
    }));
    expect(render(aDay([]), { seatChoices: seats })).toContain("How many of you");
    expect(render(aDay([]))).not.toContain("How many of you");
  });
});
