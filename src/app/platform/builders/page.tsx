import type { Metadata } from "next";
import { BuildersPage } from "#ui/platform/builders-page.tsx";

export const metadata: Metadata = { title: "Website builders" };

export default BuildersPage;
