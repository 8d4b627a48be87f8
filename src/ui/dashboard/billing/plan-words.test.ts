import { describe, expect, it } from "vitest";
import type { BillingView } from "#modules/billing/schema.ts";
import type { Plan } from "#modules/plans/schema.ts";
import { excessInWords, noticeInWords, planLines, priceInWords, standingInWords } from "./plan-words.ts";

const clocks = { timeZone: "UTC", locale: "en-GB" };
const plan: Plan = {
  ...{
    id: "starter",
    track: "standalone",
    name: "Starter",
    description: null,
    priceMinor: 1200,
    currency: "USD",
  },
  limits: { locations: 1, staff: 2, services: null, bookingsPerMonth: 100 },
  ...{
    position: 2,
    smsPerMonth: 100,
    features: ["sms", "widget"],
    trialDays: 14,
    stripePriceId: null,
    retired: false,
  },
};
const view: BillingView = {
  ...{ plan, status: "active", billedBy: "stripe", subscribed: true, known: true, trialEndsAt: null },
  ...{ periodEndsAt: "2030-03-05T10:00:00Z", graceEndsAt: null, cancelAtPeriodEnd: false },
  usage: { locations: 1, staff: 1, services: 1, bookingsPerMonth: 0 },
  ...{ plans: [plan], buyable: ["starter"], selling: "live" },
};

describe("a plan in words", () => {
  it("says what it costs and what it has", () => {
    expect(priceInWords(plan, "en-GB")).toBe("US$12 a month");
    expect(priceInWords({ ...plan, priceMinor: 1250 }, "en-US")).toBe("$12.50 a month");
    expect(priceInWords({ ...plan, priceMinor: 1200, currency: "EUR" }, "de-DE")).toBe("12\u00a0€ a month");
    expect(priceInWords({ ...plan, priceMinor: 0 }, "en-US")).toBe("No charge");
    expect(planLines(plan)).toEqual([
      "1 location",
      "2 staff members",
      "Any number of services",
      "100 bookings a month",
      "100 text messages a month",
      "The widget for any site",
    ]);
    expect(excessInWords({ limit: "staff", used: 5, allowed: 2 }, plan)).toBe(
      "5 staff members, and Starter allows 2",
    );
  });
});

describe("how a plan is had", () => {
  it.each([
    [{}, "Paid until Tue 5 March, 10:00, and renewed then."],
    [{ cancelAtPeriodEnd: true }, "It ends Tue 5 March, 10:00. After that you have the free plan."],
    [{ status: "trialing", trialEndsAt: "2030-03-05T10:00:00Z" }, "Then it costs US$12 a month."],
    [
      { status: "trialing", subscribed: false, trialEndsAt: "2030-03-05T10:00:00Z" },
      "Your trial ends Tue 5 March, 10:00.",
    ],
    [
      { status: "past_due", graceEndsAt: "2030-03-05T10:00:00Z" },
      "Everything goes on until Tue 5 March, 10:00",
    ],
    [{ status: "suspended" }, "Customers cannot book"],
    [{ subscribed: false, billedBy: "platform" }, "Given to you"],
    [
      { subscribed: false, billedBy: "platform", plan: { ...plan, priceMinor: 0 } },
      "Free, for as long as you like.",
    ],
    [{ billedBy: "builder" }, "Your website builder bills you"],
    [{ plan: null }, "nothing is limited"],
  ] as const)("with %j: %s", (overrides, words) => {
    expect(standingInWords({ ...view, ...overrides } as BillingView, clocks)).toContain(words);
  });

  it("is said above every page where something has to be done", () => {
    const until = "2030-03-05T10:00:00Z";
    const said = (kind: "trialEnding" | "past_due" | "suspended") =>
      noticeInWords({ kind, until, planName: "Starter" }, clocks);
    expect(said("trialEnding")).toBe("Your trial of Starter ends Tue 5 March, 10:00.");
    expect(said("past_due")).toBe("A payment did not work. Customers can book until Tue 5 March, 10:00.");
    expect(said("suspended")).toContain("Customers cannot book at the moment");
  });
});
