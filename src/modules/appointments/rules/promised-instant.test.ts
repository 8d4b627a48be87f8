import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { promisedInstant } from "./promised-instant.ts";

function kept(wallStart: string, timeZone: string, known: string): string {
  return formatInstant(promisedInstant({ wallStart, timeZone }, parseInstant(known)));
}

describe("the instant of a promised wall time", () => {
  it("stays what it is while the zone's rules agree", () => {
    expect(kept("2027-03-02T14:30", "Europe/Berlin", "2027-03-02T13:30:00Z")).toBe("2027-03-02T13:30:00Z");
  });

  it("moves so that the wall time stays, when the rules have changed", () => {
    expect(kept("2027-03-02T14:30", "Europe/Berlin", "2027-03-02T12:30:00Z")).toBe("2027-03-02T13:30:00Z");
  });

  it("stays the second of two equal wall times when that was meant, and else is the first", () => {
    expect(kept("2027-10-31T02:30", "Europe/Berlin", "2027-10-31T01:30:00Z")).toBe("2027-10-31T01:30:00Z");
    expect(kept("2027-10-31T02:30", "Europe/Berlin", "2027-10-31T02:30:00Z")).toBe("2027-10-31T00:30:00Z");
  });

  it("is the first moment after a gap that the new rules have put there", () => {
    expect(kept("2027-03-28T02:30", "Europe/Berlin", "2027-03-28T02:30:00Z")).toBe("2027-03-28T01:00:00Z");
  });
});
