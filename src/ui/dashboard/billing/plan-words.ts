import { formatMoney } from "#kernel/money.ts";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { Excess } from "#modules/billing/rules/plan-fit.ts";
import type { BillingNotice, BillingView } from "#modules/billing/schema.ts";
import { features } from "#modules/plans/rules/features.ts";
import type { Plan, PlanLimits } from "#modules/plans/schema.ts";

export type Clocks = { timeZone: string; locale: string };

/** "$29 a month", "No charge". */
export function priceInWords({ priceMinor, currency }: Plan, locale: string): string {
  if (priceMinor === 0) return "No charge";
  const whole = formatMoney(priceMinor, currency, locale).replace(/[.,]00(?=\D*$)/, "");
  return `${whole} a month`;
}

export const limitNames: Readonly<Record<keyof PlanLimits, string>> = {
  locations: "Locations",
  staff: "Staff members",
  services: "Services",
  bookingsPerMonth: "Bookings this month",
};

const counted: Readonly<Record<keyof PlanLimits, readonly [one: string, many: string, any: string]>> = {
  locations: ["location", "locations", "Any number of locations"],
  staff: ["staff member", "staff members", "Any number of staff members"],
  services: ["service", "services", "Any number of services"],
  bookingsPerMonth: ["booking a month", "bookings a month", "Any number of bookings"],
};

export const limitOrder = Object.keys(counted) as (keyof PlanLimits)[];

/** What a plan has, line by line: limits first, then SMS, then features. */
export function planLines({ limits, smsPerMonth, features: included }: Plan): string[] {
  const limited = limitOrder.map((limit) => {
    const [one, many, any] = counted[limit];
    const allowed = limits[limit];
    return allowed === null ? any : `${allowed} ${allowed === 1 ? one : many}`;
  });
  const texts = smsPerMonth > 0 ? [`${smsPerMonth} text messages a month`] : [];
  const rest = included
    .filter((feature) => feature !== "sms")
    .map((feature) => upperFirst(features[feature]));
  return [...limited, ...texts, ...rest];
}

function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** "5 staff members, and Starter allows 2". */
export function excessInWords({ limit, used, allowed }: Excess, plan: Plan): string {
  const [one, many] = counted[limit];
  return `${used} ${used === 1 ? one : many}, and ${plan.name} allows ${allowed}`;
}

/** A date of the subscription as people read it; null stays away. */
export function dateInWords(instant: string | null, { timeZone, locale }: Clocks): string {
  return instant ? formatDayTime(instant, timeZone, locale) : "soon";
}

/** How the plan is had now, in a sentence or two. */
export function standingInWords(view: BillingView, clocks: Clocks): string {
  const { plan, status, subscribed, billedBy, cancelAtPeriodEnd } = view;
  if (!plan) return "This business has no plan, and nothing is limited.";
  if (billedBy === "builder") return "Your website builder bills you for this plan. Change it there.";
  const until = dateInWords(view.periodEndsAt, clocks);
  const price = priceInWords(plan, clocks.locale);
  if (status === "trialing" && !subscribed) {
    return `Your trial ends ${dateInWords(view.trialEndsAt, clocks)}. After that you have the free plan, unless you keep this one.`;
  }
  if (status === "past_due") {
    return `The last payment did not work. Everything goes on until ${dateInWords(view.graceEndsAt, clocks)}; after that customers cannot book.`;
  }
  if (status === "suspended") {
    return "Customers cannot book, since the payment did not come. Nothing is deleted, and booking goes on once it is paid.";
  }
  if (cancelAtPeriodEnd) return `It ends ${until}. After that you have the free plan.`;
  if (status === "trialing")
    return `The trial ends ${dateInWords(view.trialEndsAt, clocks)}. Then it costs ${price}.`;
  if (subscribed) return `Paid until ${until}, and renewed then.`;
  return plan.priceMinor === 0
    ? "Free, for as long as you like."
    : "Given to you by whoever runs this installation.";
}

/** The one line above every page. */
export function noticeInWords({ kind, until, planName }: BillingNotice, clocks: Clocks): string {
  const date = dateInWords(until, clocks);
  if (kind === "suspended") return "Customers cannot book at the moment, since a payment did not come.";
  if (kind === "past_due") return `A payment did not work. Customers can book until ${date}.`;
  return `Your trial of ${planName} ends ${date}.`;
}
