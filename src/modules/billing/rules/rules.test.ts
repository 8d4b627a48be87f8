import { describe, expect, it } from "vitest";
import type { Plan } from "#modules/plans/schema.ts";
import type { ProviderSubscription } from "../ports.ts";
import { providerStatuses } from "../ports.ts";
import { subscriptionStatuses } from "../schema.ts";
import { type Change, changes } from "./changes.ts";
import { lettersDue } from "./letters-due.ts";
import { withOwnIds } from "./own-ids.ts";
import { exceeding } from "./plan-fit.ts";
import { freePlan, planOfPrice, priceIdOf } from "./prices.ts";
import { currentOf, sameStanding, standingOf } from "./standing.ts";

const now = Date.parse("2030-03-15T12:00:00Z");
const at = (days: number) => new Date(now + days * 86_400_000);

function subscription(overrides: Partial<ProviderSubscription> = {}): ProviderSubscription {
  const ids = { id: "sub_1", customerId: "cus_1", priceId: "price_1" };
  const dates = { trialEndsAt: null, periodEndsAt: at(10), pastDueSince: null, createdAt: at(-20) };
  return { ...ids, status: "active", ...dates, cancelAtPeriodEnd: false, ...overrides };
}

describe("how a business stands", () => {
  it.each([
    ["trialing", {}, "trialing"],
    ["active", {}, "active"],
    ["past_due", { pastDueSince: at(-13.9) }, "past_due"],
    ["past_due", { pastDueSince: at(-14) }, "suspended"],
    ["past_due", { pastDueSince: null }, "past_due"],
    ["unpaid", { pastDueSince: at(-1) }, "suspended"],
    ["unpaid", { pastDueSince: null }, "suspended"],
  ] as const)("is what %s means, with %j: %s", (status, dates, stands) => {
    expect(standingOf(subscription({ status, ...dates }), now).status).toBe(stands);
  });

  it("is by the newest subscription that was begun and has not ended", () => {
    const all = providerStatuses.map((status, index) =>
      subscription({ id: `sub_${index}`, status, createdAt: at(index) }),
    );
    expect(currentOf(all)?.status).toBe("unpaid");
    expect(
      currentOf(all.filter(({ status }) => status === "incomplete" || status === "canceled")),
    ).toBeNull();
    expect(() => standingOf(subscription({ status: "canceled" }), now)).toThrow();
    expect(() => standingOf(subscription({ status: "incomplete" }), now)).toThrow();
  });

  it("is the same to the second", () => {
    const standing = standingOf(subscription(), now);
    const later = (ms: number) => ({ ...standing, periodEndsAt: new Date(at(10).getTime() + ms) });
    expect(sameStanding(standing, later(400))).toBe(true);
    expect(sameStanding(standing, later(1000))).toBe(false);
    expect(sameStanding(standing, { ...standing, cancelAtPeriodEnd: true })).toBe(false);
    expect(sameStanding(standing, { ...standing, graceEndsAt: at(1) })).toBe(false);
  });
});

describe("a change of state", () => {
  const pairs = subscriptionStatuses.flatMap((from) => subscriptionStatuses.map((to) => [from, to] as const));

  /** Said in other words than the table: bookings stop on entering "suspended", go on upon leaving it. */
  function expected(from: string, to: string): Change {
    if (from === to) return {};
    if (to === "suspended") return { bookings: "stop", letter: "suspended" };
    if (from === "suspended") return { bookings: "goOn", letter: "restored" };
    return to === "past_due" ? { letter: "paymentFailed" } : {};
  }

  it.each(pairs)("from %s to %s", (from, to) => {
    expect(changes[from][to]).toEqual(expected(from, to));
  });
});

describe("letters about dates", () => {
  const trial = (days: number, paid = false) =>
    lettersDue({ status: "trialing", paid, trialEndsAt: at(days), graceEndsAt: null }, now).map(
      ({ letter }) => letter,
    );
  const late = (days: number) =>
    lettersDue({ status: "past_due", paid: true, trialEndsAt: null, graceEndsAt: at(days) }, now).map(
      ({ letter }) => letter,
    );

  it("are due three days before a trial ends that nobody pays for", () => {
    expect([trial(3.1), trial(3), trial(0.1), trial(0), trial(2, true)]).toEqual([
      [],
      ["trialEnding"],
      ["trialEnding"],
      [],
      [],
    ]);
  });

  it("are due seven days and one day before bookings stop", () => {
    expect([late(7.1), late(7), late(1.1), late(1), late(0)]).toEqual([
      [],
      ["paymentReminder"],
      ["paymentReminder"],
      ["graceEnding"],
      [],
    ]);
  });

  it("are due for nobody else", () => {
    const dates = { paid: true, trialEndsAt: at(1), graceEndsAt: at(1) };
    expect(lettersDue({ ...dates, status: "active" }, now)).toEqual([]);
    expect(lettersDue({ ...dates, status: "past_due", graceEndsAt: null }, now)).toEqual([]);
  });
});

describe("plans and their prices", () => {
  const limits = { locations: 1, staff: 2, services: null, bookingsPerMonth: 30 };
  const plan = (overrides: Partial<Plan>): Plan => ({
    ...{
      id: "p",
      track: "standalone",
      name: "P",
      description: null,
      priceMinor: 1200,
      currency: "USD",
      position: 1,
    },
    ...{ limits, smsPerMonth: 0, features: [], trialDays: 0, stripePriceId: null, retired: false },
    ...overrides,
  });

  it("are found by what the provider calls them; a free plan is not bought", () => {
    const plans = [
      plan({ id: "free", priceMinor: 0 }),
      plan({ id: "a", stripePriceId: "price_a" }),
      plan({ id: "b" }),
    ];
    expect(plans.map((it) => priceIdOf(it, "stripe"))).toEqual([null, "price_a", null]);
    expect(plans.map((it) => priceIdOf(it, "sandbox"))).toEqual([null, "a", "b"]);
    expect(planOfPrice(plans, "price_a", "stripe")?.id).toBe("a");
    expect(planOfPrice(plans, "price_x", "stripe")).toBeUndefined();
  });

  it("fall to the smallest that costs nothing, a retired one only where there is no other", () => {
    const retired = plan({ id: "old", priceMinor: 0, retired: true, position: 0 });
    const free = plan({ id: "free", priceMinor: 0, position: 2 });
    const builders = plan({ id: "theirs", priceMinor: 0, track: "integrated", position: 0 });
    expect(freePlan([builders, retired, free])?.id).toBe("free");
    expect(freePlan([builders, retired])?.id).toBe("old");
    expect(freePlan([builders, plan({})])).toBeUndefined();
  });

  it("say what a business has more of than they allow", () => {
    const usage = { locations: 1, staff: 5, services: 40, bookingsPerMonth: 31 };
    expect(exceeding({ limits }, usage)).toEqual([
      { limit: "staff", used: 5, allowed: 2 },
      { limit: "bookingsPerMonth", used: 31, allowed: 30 },
    ]);
  });

  it("are not asked about under ids of another provider", () => {
    const test = { customerId: "cus_test_1", subscriptionId: "sub_test_1" };
    expect(withOwnIds(test, "sandbox")).toEqual(test);
    expect(withOwnIds(test, "stripe")).toEqual({ customerId: null, subscriptionId: null });
    expect(withOwnIds({ customerId: "cus_1", subscriptionId: "sub_1" }, "sandbox").customerId).toBeNull();
    expect(withOwnIds({ customerId: null, subscriptionId: null }, "stripe").customerId).toBeNull();
  });
});
