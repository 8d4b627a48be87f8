import "#ui/marketing/marketing.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { env } from "#env.ts";
import { readPriceList } from "#modules/plans/read-price-list.ts";
import { priceCardOf } from "#ui/marketing/present-price.ts";
import { PricingPage } from "#ui/marketing/pricing-page.tsx";
import { SiteFrame } from "#ui/marketing/site-frame.tsx";

export const metadata: Metadata = {
  title: "Prices",
  description: "One price a month for the business. No fee on what you earn.",
};

export default async function Pricing() {
  if (env.SIGN_UP === "closed") notFound();
  const plans = await readPriceList();
  const cardsOf = (wanted: string) => plans.filter(({ track }) => track === wanted).map(priceCardOf);
  return (
    <SiteFrame here="/pricing" open>
      <PricingPage standalone={cardsOf("standalone")} integrated={cardsOf("integrated")} />
    </SiteFrame>
  );
}
