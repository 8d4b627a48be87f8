import { formatMoney } from "#kernel/money.ts";
import { comingFeatures, type Feature, features } from "#modules/plans/rules/features.ts";
import type { Plan } from "#modules/plans/schema.ts";
import type { PriceCard } from "./price-cards.tsx";

type Plans = readonly [one: string, many: string];

const counted: Readonly<Record<keyof Plan["limits"], Plans>> = {
  locations: ["location", "locations"],
  staff: ["staff member", "staff members"],
  services: ["service", "services"],
  bookingsPerMonth: ["booking a month", "bookings a month"],
};

/** A plan in the words of the price list (A6, A11). */
export function priceCardOf(plan: Plan): PriceCard {
  const { id, name, description, trialDays } = plan;
  const here = plan.features.filter((feature) => !comingFeatures.has(feature));
  const coming = plan.features.filter((feature) => comingFeatures.has(feature));
  return {
    ...{ id, name, description },
    price: formatMoney(plan.priceMinor, plan.currency, "en-US"),
    trial: trialDays > 0 ? `${trialDays} days` : null,
    points: [...limitsOf(plan), ...here.map((feature) => capitalised(features[feature]))],
    coming: coming.map((feature) => wordsOf(feature, plan)),
    ...(plan.track === "standalone" && { href: "/sign-up" }),
  };
}

function limitsOf({ limits }: Plan): string[] {
  return Object.entries(counted).map(([name, words]) => {
    const most = limits[name as keyof Plan["limits"]];
    return most === null ? `Any number of ${words[1]}` : `${most} ${words[most === 1 ? 0 : 1]}`;
  });
}

function wordsOf(feature: Feature, plan: Plan): string {
  return feature === "sms" ? `${plan.smsPerMonth} ${features.sms} a month` : features[feature];
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
