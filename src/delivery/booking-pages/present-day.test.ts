import { describe, expect, it } from "vitest";
import { type DayFacts, presentDay } from "./present-day.ts";

const berlin = { zone: "Europe/Berlin", businessZone: "Europe/Berlin", locale: "en-GB" };

function theDay(starts: readonly string[], change: Partial<DayFacts> = {}) {
  const times = starts.map((start) => ({ start }));
  return presentDay({ date: "2026-03-03", times, frame: berlin, seats: 1, ...change });
}

const labels = (day: ReturnType<typeof presentDay>) =>
  day.groups.map((group) => [group.name, group.times.map((time) => time.label)]);

describe("the times of a day", () => {
  it("are grouped by the clock of the page: before noon, before five, later", () => {
    const day = theDay([
      "2026-03-03T10:45:00Z",
      "2026-03-03T11:00:00Z",
      "2026-03-03T15:45:00Z",
      "2026-03-03T16:00:00Z",
    ]);
    expect(labels(day)).toEqual([
      ["Morning", ["11:45"]],
      ["Afternoon", ["12:00", "16:45"]],
      ["Evening", ["17:00"]],
    ]);
    expect(day.announcement).toBe("4 times on Tuesday 3 March");
    expect(day.groups[0]?.times[0]?.name).toBe("11:45, Tuesday 3 March");
  });

  it("tell the two hours apart when clocks go back, in the customer's zone and in the business's (C4)", () => {
    const starts = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"];
    expect(labels(theDay(starts, { date: "2026-10-25" }))).toEqual([
      ["Morning", ["02:30 CEST", "02:30 CET", "03:30"]],
    ]);
    const abroad = { zone: "UTC", businessZone: "Europe/Berlin", locale: "en-GB" };
    const day = theDay(starts, { date: "2026-10-25", frame: abroad });
    expect(day.groups[0]?.times.map(({ elsewhere }) => elsewhere)).toEqual([
      "02:30 CEST",
      "02:30 CET",
      "03:30",
    ]);
  });

  it("say when nothing is left, and where to go", () => {
    const next = { label: "Next available: Wednesday 4 March", href: "/book?date=2026-03-04" };
    const day = theDay([], { next });
    expect(day.empty).toEqual({ text: "No times on Tuesday 3 March", next });
    expect(day.announcement).toBe("No times on Tuesday 3 March");
    expect(theDay(["2026-03-03T10:45:00Z"], { next }).empty).toBeUndefined();
  });
});

describe("the sessions of a class", () => {
  const session = (seatsLeft: number) => ({ id: `s${seatsLeft}`, staffId: "ana", seatsLeft });
  const teachers = new Map([["ana", "Ana Ruiz"]]);
  const times = [3, 1, 0].map((left) => ({ start: "2026-03-03T10:00:00Z", session: session(left) }));

  it("say who teaches and how many seats are left, and are shown when they are full", () => {
    const [group] = theDay([], { times, teachers }).groups;
    expect(group?.times.map(({ session, off }) => [session?.seats, off])).toEqual([
      ["3 seats left", undefined],
      ["1 seat left", undefined],
      ["Full", "full"],
    ]);
    expect(group?.times[0]).toMatchObject({
      value: "2026-03-03T10:00:00Z~s3",
      name: "11:00, Tuesday 3 March, with Ana Ruiz, 3 seats left",
    });
  });

  it("cannot be pressed by more people than there are seats", () => {
    const day = theDay([], { times, seats: 2 });
    expect(day.groups[0]?.times.map(({ session, off }) => [session?.seats, off])).toEqual([
      ["3 seats left", undefined],
      ["Only 1 seat left", "full"],
      ["Full", "full"],
    ]);
    expect(day.announcement).toBe("1 time on Tuesday 3 March");
    expect(theDay([], { times: times.slice(1), seats: 2 }).empty?.text).toBe(
      "Not 2 seats left on Tuesday 3 March",
    );
  });
});
