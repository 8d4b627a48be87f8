import { describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { type BookablesOverrides, someBookables } from "#testing/builders/bookables.ts";
import { timesOnDate } from "#testing/offered-times.ts";
import { limitReached, reachedLimits } from "./visit-limits.ts";

const visits = (...instants: string[]) => instants.map(parseInstant);
const isOpen = (business: BookablesOverrides, date: string, audience: "customer" | "member" = "customer") =>
  timesOnDate(someBookables(business), date, { audience }).length > 0;

/** Two visits of the service on Tuesday, one of them by Maya, and Maya's visit of another service on Thursday. */
const counted = {
  ofService: visits("2026-03-03T08:00:00Z", "2026-03-03T10:00:00Z"),
  ofStaff: new Map([["maya", visits("2026-03-03T08:00:00Z", "2026-03-05T08:00:00Z")]]),
};

describe("the most visits of a service", () => {
  it("on a date close that date and no other", () => {
    const business = { service: { maxPerDay: 2 }, visits: counted };
    expect(["02", "03", "04"].map((day) => isOpen(business, `2026-03-${day}`))).toEqual([true, false, true]);
    expect(isOpen({ ...business, service: { maxPerDay: 3 } }, "2026-03-03")).toBe(true);
  });

  it("in a week close it from Monday to Sunday", () => {
    const business = { service: { maxPerWeek: 2 }, visits: counted };
    const dates = ["2026-03-01", "2026-03-02", "2026-03-08", "2026-03-09"];
    expect(dates.map((date) => isOpen(business, date))).toEqual([true, false, false, true]);
  });

  it("do not bind the team", () => {
    const business = { service: { maxPerDay: 1, maxPerWeek: 1 }, visits: counted };
    expect(isOpen(business, "2026-03-03", "member")).toBe(true);
  });

  it("count by the date at the place", () => {
    // 23:30 on Monday in UTC is Tuesday in Berlin.
    const late = { ofService: visits("2026-03-02T23:30:00Z"), ofStaff: new Map() };
    const business = { service: { maxPerDay: 1 }, visits: late };
    expect([isOpen(business, "2026-03-02"), isOpen(business, "2026-03-03")]).toEqual([true, false]);
  });
});

describe("the most visits of a staff member", () => {
  const two = [{ id: "maya", maxPerWeek: 2 }, { id: "noor" }];

  it("close their date or week, whatever the service, and leave the others", () => {
    expect(isOpen({ staff: [{ id: "maya", maxPerDay: 1 }], visits: counted }, "2026-03-05")).toBe(false);
    expect(isOpen({ staff: [{ id: "maya", maxPerDay: 1 }], visits: counted }, "2026-03-04")).toBe(true);
    expect(isOpen({ staff: two.slice(0, 1), visits: counted }, "2026-03-04")).toBe(false);
    expect(isOpen({ staff: two, visits: counted }, "2026-03-04")).toBe(true);
  });
});

describe("which limit is reached", () => {
  const clocks = zoneOffsets(
    "Europe/Berlin",
    ...([counted.ofService[0], counted.ofService[1]] as [number, number]),
  );

  it("is that of the day, or else of the week", () => {
    const reached = reachedLimits({ maxPerDay: 2, maxPerWeek: 2 }, counted.ofService, clocks);
    const at = (instant: string) => limitReached(reached, parseInstant(instant), clocks);
    expect(at("2026-03-03T22:59:00Z")).toBe("day");
    expect(at("2026-03-03T23:00:00Z")).toBe("week");
    expect(at("2026-03-08T22:59:00Z")).toBe("week");
    expect(at("2026-03-08T23:00:00Z")).toBeNull();
  });
});
