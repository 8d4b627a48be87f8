import { describe, expect, it } from "vitest";
import { type BookablesOverrides, claimsAt, daily, someBookables } from "#testing/builders/bookables.ts";
import { slotsOnDate } from "#testing/offered-times.ts";
import type { Claims } from "./find-starts.ts";
import { travelledClaims } from "./travel.ts";

const places = [
  { id: "downtown", timeZone: "UTC" },
  { id: "uptown", timeZone: "UTC" },
];
const travel = new Map([
  ["downtown", new Map([["uptown", 20]])],
  ["uptown", new Map([["downtown", 40]])],
]);
const booked = (...at: (string | null)[]): Claims => ({
  ...claimsAt(["2026-03-03T12:00:00Z", "2026-03-03T13:00:00Z"]),
  places: at,
});

/** Times of a 20 minutes' visit on the 20-minute grid around a claim from 12:00 to 13:00. */
function times(claims: Claims, more: BookablesOverrides = {}): Record<string, string[]> {
  const bookables = someBookables({
    ...{ places, travel, visit: { duration: 20, slotInterval: 20 } },
    staff: [{ id: "maya", claims }],
    rules: daily({ staffId: "maya", from: "11:00", until: "14:20" }),
    ...more,
  });
  const slots = slotsOnDate(bookables, "2026-03-03");
  const perPlace = Object.groupBy(slots, ({ locationId }) => locationId);
  const timesAt = (id: string) => (perPlace[id] ?? []).map(({ start }) => start.slice(11, 16));
  return { downtown: timesAt("downtown"), uptown: timesAt("uptown") };
}

describe("travel between places", () => {
  it("keeps visits at another place a journey away from a claim, before and after it", () => {
    expect(times(booked("uptown"))).toEqual({
      // 20 minutes from downtown to uptown before it, 40 minutes back after it.
      downtown: ["11:00", "11:20", "13:40", "14:00"],
      uptown: ["11:00", "11:20", "11:40", "13:00", "13:20", "13:40", "14:00"],
    });
  });

  it("comes on top of buffers", () => {
    const visit = { duration: 20, slotInterval: 20, bufferBefore: 20, bufferAfter: 20 };
    expect(times(booked("uptown"), { visit }).downtown).toEqual(["11:00", "14:00"]);
  });

  it("is none where the place of a claim or the journey is not known", () => {
    const free = ["11:00", "11:20", "11:40", "13:00", "13:20", "13:40", "14:00"];
    expect(times(booked(null))).toEqual({ downtown: free, uptown: free });
    expect(times(booked("uptown"), { travel: new Map() })).toEqual({ downtown: free, uptown: free });
    expect(times(booked("suburb")).downtown).toEqual(free);
  });

  it("does not bind the team", () => {
    const question = { audience: "member" as const };
    const bookables = someBookables({ places, travel, staff: [{ id: "maya", claims: booked("uptown") }] });
    const free = slotsOnDate(bookables, "2026-03-03", question).filter(
      ({ start }) => start === "2026-03-03T13:00:00Z",
    );
    expect(free.map(({ locationId }) => locationId)).toEqual(["downtown", "uptown"]);
  });

  it("keeps claims in order of their start when journeys turn it around", () => {
    const claims = {
      ...claimsAt(
        ["2026-03-03T12:00:00Z", "2026-03-03T12:10:00Z"],
        ["2026-03-03T12:15:00Z", "2026-03-03T13:00:00Z"],
      ),
      places: ["downtown", "uptown"],
    };
    const { starts, ends } = travelledClaims(claims, "downtown", travel);
    const minutesFrom = (instant: number) => instant - (claims.starts[0] as number);
    expect([...starts].map(minutesFrom)).toEqual([-5, 0]);
    expect([...ends].map(minutesFrom)).toEqual([100, 10]);
    expect(travelledClaims(claims, "suburb", travel)).toBe(claims);
  });
});
