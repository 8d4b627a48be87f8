import { describe, expect, it } from "vitest";
import { askingFor, type BookablesOverrides, daily, someBookables } from "#testing/builders/bookables.ts";
import { explainStart } from "./explain-start.ts";

/** The remedies of a Tuesday's start in Berlin, an hour ahead of UTC, by the code of their reason. */
function remedies(business: BookablesOverrides, start: string): Record<string, string> {
  const reasons = explainStart(someBookables(business), askingFor(`2026-03-03T${start}:00Z`));
  return Object.fromEntries(reasons.map(({ code, remedy }) => [code, remedy]));
}

const hours = (from: string, until: string) => daily({ staffId: "maya", from, until });

describe("other times that are named", () => {
  it("are the last before and the first after", () => {
    expect(remedies({ rules: hours("09:00", "17:00") }, "09:05").offGrid).toMatch(/^Choose 10:00 or 10:15,/);
  });

  it("are those at which the visit ends before closing", () => {
    expect(remedies({ rules: hours("09:00", "17:05") }, "15:05").offGrid).toMatch(/^Choose 16:00,/);
  });

  it("are each on the grid of the hours that they lie in", () => {
    const visit = { slotInterval: 10, duration: 60 };
    const rules = [...hours("09:00", "12:00"), ...hours("10:05", "14:00")];
    // An hour from 11:03 fits into the second only, whose row is five minutes off that of the first.
    expect(remedies({ visit, rules }, "10:03").offGrid).toMatch(/^Choose 10:55 or 11:05,/);
  });

  it("are none where the visit is longer than the hours", () => {
    const visit = { slotInterval: 15, duration: 90 };
    const found = remedies({ visit, rules: hours("10:00", "11:00") }, "09:05");
    expect(found).toEqual({
      endsTooLate: expect.stringMatching(/^Let Maya's hours end at 11:35 or later\.$/),
      offGrid: "Change how often visits start.",
    });
  });
});
