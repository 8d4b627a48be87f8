import type { Metadata } from "next";
import { TrailPage } from "#ui/platform/trail-page.tsx";

export const metadata: Metadata = { title: "Audit trail" };

export default TrailPage;
