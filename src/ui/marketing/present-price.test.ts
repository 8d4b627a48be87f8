import { describe, expect, it } from "vitest";
import type { Plan } from "#modules/plans/schema.ts";
import { priceCardOf } from "./present-price.ts";

const plan: Plan = {
  id: "standalone-starter",
  track: "standalone",
  name: "Starter",
  description: null,
  priceMinor: 1200,
  currency: "USD",
  position: 2,
  limits: { locations: 1, staff: 2, services: null, bookingsPerMonth: 100 },
  smsPerMonth: 100,
  features: ["sms", "customDomain"],
  trialDays: 14,
  stripePriceId: null,
  retired: false,
};

describe("a plan in the price list", () => {
  it("names its price, its limits and what it includes, and what is not there yet", () => {
    expect(priceCardOf(plan)).toMatchObject({
      price: "$12",
      trial: "14 days",
      points: [
        "1 location",
        "2 staff members",
        "Any number of services",
        "100 bookings a month",
        "A domain of your own",
      ],
      coming: ["100 text messages a month"],
      href: "/sign-up",
    });
  });

  it("cannot be chosen here when a website builder sells it", () => {
    expect(priceCardOf({ ...plan, track: "integrated" }).href).toBeUndefined();
  });

  it("promises no trial where there is none", () => {
    expect(priceCardOf({ ...plan, trialDays: 0 }).trial).toBeNull();
  });
});
