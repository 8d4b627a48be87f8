import { describe, expect, it } from "vitest";
import type { Plan } from "../schema.ts";
import { refuseFeature, refuseLimit } from "./plan-refusal.ts";

const none = { locations: null, staff: null, services: null, bookingsPerMonth: null };
const free = plan({ id: "free", name: "Free", position: 1, limits: { ...none, services: 3, staff: 1 } });
const same = plan({ id: "same", name: "Same", position: 2, limits: { ...none, services: 3 } });
const more = plan({ id: "more", name: "More", position: 3, features: ["sms"] });
const plans = [more, same, free, plan({ id: "old", name: "Old", position: 2, retired: true })];

describe("a refusal by a plan", () => {
  it("names the limit, and the smallest plan of the track that lifts it", () => {
    const refused = refuseLimit(free, plans, "services");
    expect(refused.message).toBe("The plan Free allows 3 services. More allows more.");
    expect(refused.details).toMatchObject({ limit: "services", allowed: 3, liftedById: "more" });
  });

  it("counts one as one", () => {
    expect(refuseLimit(free, plans, "staff").message).toBe(
      "The plan Free allows 1 staff member. Same allows more.",
    );
  });

  it("names the feature, and the plan that includes it", () => {
    const refused = refuseFeature(free, plans, "sms");
    expect(refused.message).toBe("The plan Free does not include text messages. More allows more.");
  });

  it("promises nothing where no plan lifts it", () => {
    const others = [free, { ...more, track: "integrated" as const }];
    expect(refuseFeature(free, others, "sms").message).toBe("The plan Free does not include text messages.");
  });
});

function plan(overrides: Partial<Plan>): Plan {
  return {
    id: "plan",
    track: "standalone",
    name: "Plan",
    description: null,
    priceMinor: 0,
    currency: "USD",
    position: 1,
    limits: none,
    smsPerMonth: 0,
    features: [],
    trialDays: 0,
    stripePriceId: null,
    retired: false,
    ...overrides,
  };
}
