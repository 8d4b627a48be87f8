import type { Metadata } from "next";
import { ResourcesPage } from "#ui/dashboard/resources/resources-page.tsx";

export const metadata: Metadata = { title: "Resources" };

export default ResourcesPage;
