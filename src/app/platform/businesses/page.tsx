import type { Metadata } from "next";
import { BusinessesPage } from "#ui/platform/businesses-page.tsx";

export const metadata: Metadata = { title: "Businesses" };

export default BusinessesPage;
