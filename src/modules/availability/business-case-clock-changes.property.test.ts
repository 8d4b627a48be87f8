import { describe, it } from "vitest";
import { expectAgreement } from "#testing/expect-agreement.ts";

describe("random businesses, mostly about clock changes", () => {
  it("offer what a search finds that asks every rule at every moment", { timeout: 300_000 }, () => {
    expectAgreement("clock changes", 3000, {
      offering: 35,
      mattered: {
        overrides: 1.5,
        holidays: 0.5,
        "time off": 2,
        "monthly rules": 1.0,
        "service hours": 4,
        "staff hours": 6,
        "every so many weeks": 2.0,
        priority: 0.5,
        "overnight hours": 6,
        "bookings of staff": 4,
        resources: 2,
        "several staff": 2.0,
        "the clock grid": 1.5,
        buffers: 2,
        "notice and horizon": 4,
        "the audience": 2,
        "the zone": 12,
      },
    });
  });
});
