import "#ui/marketing/marketing.css";
import type { Metadata } from "next";
import { readPriceList } from "#modules/plans/read-price-list.ts";
import { priceCardOf } from "#ui/marketing/present-price.ts";
import { PricingPage } from "#ui/marketing/pricing-page.tsx";
import { SiteFrame } from "#ui/marketing/site-frame.tsx";

export const metadata: Metadata = {
  title: "Prices",
  description: "One price a month for the business. No fee on what you earn.",
};

export default async function Pricing() {
  const plans = await readPriceList();
  const cardsOf = (wanted: string) => plans.filter(({ track }) => track === wanted).map(priceCardOf);
  return (
    <SiteFrame here="/pricing">
      <PricingPage standalone={cardsOf("standalone")} integrated={cardsOf("integrated")} />
    </SiteFrame>
  );
}
