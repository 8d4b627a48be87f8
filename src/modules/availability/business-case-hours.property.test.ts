import { describe, it } from "vitest";
import { expectAgreement } from "#testing/expect-agreement.ts";

describe("random businesses, mostly about hours", () => {
  it("offer what a search finds that asks every rule at every moment", { timeout: 300_000 }, () => {
    expectAgreement("hours", 3000, {
      offering: 40,
      mattered: {
        overrides: 2,
        holidays: 1.0,
        "time off": 4,
        "monthly rules": 2,
        "service hours": 6,
        "resource hours": 0.5,
        "staff hours": 8,
        "every so many weeks": 3,
        priority: 1.5,
        "dates of recurring rules": 1.5,
        "overnight hours": 8,
        "bookings of staff": 4,
        resources: 1.5,
        "several staff": 1.0,
        "a chosen member of staff": 2,
        "the clock grid": 2,
        buffers: 2,
        "notice and horizon": 5,
        "the audience": 3,
        "the zone": 14,
      },
    });
  });
});
