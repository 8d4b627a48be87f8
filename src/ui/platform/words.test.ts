import { expect, it } from "vitest";
import { modeName, modeWords, payerWords, sizeWords, stateWords, subscriptionWords } from "./words.ts";

it("says the words of the database as people do", () => {
  expect(modeName("integrated")).toBe("Integrated");
  expect(modeWords("hybrid")).toBe("Hybrid: both");
  expect(subscriptionWords("past_due")).toBe("payment failed, in grace");
  expect(sizeWords({ locations: 1, staff: 4, services: 14 })).toBe(
    "1 location, 4 staff members, 14 services",
  );
  expect(payerWords("builder")).toBe("billed by its website builder");
});

it("says who suspended a business, and words of a later version as they are", () => {
  expect(stateWords({ status: "active", suspendedBy: null })).toBe("Active");
  expect(stateWords({ status: "suspended", suspendedBy: "billing" })).toBe("Suspended: not paid");
  expect(stateWords({ status: "suspended", suspendedBy: "robots" })).toBe("Suspended");
  expect(stateWords({ status: "deleted", suspendedBy: null })).toBe("Deleted");
  expect(modeWords("later")).toBe("later");
});
