import { describe, expect, it } from "vitest";
import { isLetterOvertaken, ownerLetterOf } from "./owner-letters.ts";

describe("letters to owners", () => {
  it("are written for events of billing and for domains that were given up, and for no others", () => {
    expect(ownerLetterOf("billing.paymentFailed")).toBe("paymentFailed");
    expect(ownerLetterOf("billing.ended")).toBe("planEnded");
    expect(ownerLetterOf("domain.givenUp")).toBe("domainGivenUp");
    expect(ownerLetterOf("subscription.changed")).toBeNull();
    expect(ownerLetterOf("toString")).toBeNull();
  });

  it("ask for no payment that has been made meanwhile", () => {
    expect(isLetterOvertaken("graceEnding", "past_due")).toBe(false);
    expect(isLetterOvertaken("graceEnding", "active")).toBe(true);
    expect(isLetterOvertaken("trialEnding", "active")).toBe(true);
    expect(isLetterOvertaken("restored", "past_due")).toBe(false);
  });
});
