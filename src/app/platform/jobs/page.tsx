import type { Metadata } from "next";
import { JobsPage } from "#ui/platform/jobs-page.tsx";

export const metadata: Metadata = { title: "Failed jobs" };

export default JobsPage;
