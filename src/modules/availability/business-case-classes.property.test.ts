import { describe, it } from "vitest";
import { expectAgreement } from "#testing/expect-agreement.ts";

describe("random businesses, mostly about classes", () => {
  it("offer what a search finds that asks every rule at every moment", { timeout: 300_000 }, () => {
    expectAgreement("classes", 1000, {
      offering: 22,
      mattered: {
        "time off": 1.0,
        "a chosen member of staff": 1.0,
        "notice and horizon": 2,
        seats: 5,
        "the zone": 1.0,
      },
    });
  });
});
