import type { Metadata } from "next";
import { OverviewPage } from "#ui/platform/overview-page.tsx";

export const metadata: Metadata = { title: "Platform" };

export default OverviewPage;
