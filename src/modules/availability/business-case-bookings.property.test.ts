import { describe, it } from "vitest";
import { expectAgreement } from "#testing/expect-agreement.ts";

describe("random businesses, mostly about bookings", () => {
  it("offer what a search finds that asks every rule at every moment", { timeout: 300_000 }, () => {
    expectAgreement("bookings", 3000, {
      offering: 35,
      mattered: {
        overrides: 1.0,
        "time off": 1.5,
        "monthly rules": 1.5,
        "service hours": 2,
        "resource hours": 1.0,
        "staff hours": 6,
        "overnight hours": 7,
        "bookings of staff": 7,
        "bookings of units": 1.0,
        resources: 3,
        travel: 1.0,
        "limits of the service": 1.5,
        "limits of staff": 1.5,
        "several staff": 2,
        "a chosen member of staff": 2,
        "the clock grid": 1.5,
        buffers: 4,
        "notice and horizon": 4,
        "the audience": 2,
      },
    });
  });
});
