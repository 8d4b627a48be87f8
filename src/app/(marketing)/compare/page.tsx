import "#ui/marketing/marketing.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { env } from "#env.ts";
import { ComparePage } from "#ui/marketing/compare-page.tsx";
import { SiteFrame } from "#ui/marketing/site-frame.tsx";

export const metadata: Metadata = {
  title: "Compare",
  description: "Slotkeeper beside others, by their own published terms.",
};

export default function Compare() {
  if (env.SIGN_UP === "closed") notFound();
  return (
    <SiteFrame here="/compare" open>
      <ComparePage />
    </SiteFrame>
  );
}
