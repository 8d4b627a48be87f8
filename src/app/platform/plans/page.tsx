import type { Metadata } from "next";
import { PlansPage } from "#ui/platform/plans-page.tsx";

export const metadata: Metadata = { title: "Plans" };

export default PlansPage;
