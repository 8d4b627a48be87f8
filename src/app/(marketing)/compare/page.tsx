import "#ui/marketing/marketing.css";
import type { Metadata } from "next";
import { ComparePage } from "#ui/marketing/compare-page.tsx";
import { SiteFrame } from "#ui/marketing/site-frame.tsx";

export const metadata: Metadata = {
  title: "Compare",
  description: "Slotkeeper beside others, by their own published terms.",
};

export default function Compare() {
  return (
    <SiteFrame here="/compare">
      <ComparePage />
    </SiteFrame>
  );
}
