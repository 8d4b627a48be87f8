import { expect, it } from "vitest";
import { type PlanInUse, SavePlanInput } from "#modules/platform/schema.ts";
import { limitWords, planValues } from "./plan-values.ts";

it("starts a new plan from one that lacks only its names", () => {
  const problems = SavePlanInput.safeParse(planValues(null)).error?.issues.map(({ path }) => path[0]);
  expect(problems).toEqual(["id", "name"]);
});

it("takes a plan as it is into the form, and back", () => {
  const plan: PlanInUse = {
    id: "standalone-solo",
    track: "standalone",
    ...{ name: "Solo", description: null, priceMinor: 700, currency: "EUR", position: 1, smsPerMonth: 0 },
    ...{ features: [], trialDays: 7, stripePriceId: null },
    limits: { locations: 1, staff: null, services: 3, bookingsPerMonth: null },
    retired: false,
    businesses: 4,
  };
  const values = planValues(plan);
  expect(SavePlanInput.parse(values)).toMatchObject({ id: plan.id, isNew: false, description: null });
  expect(limitWords(plan)).toBe("1 location · 3 services");
  const none = { locations: null, staff: null, services: null, bookingsPerMonth: null };
  expect(limitWords({ limits: none })).toBe("No limits");
});
