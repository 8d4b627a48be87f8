import type { Metadata } from "next";
import { ServicesPage } from "#ui/dashboard/services/services-page.tsx";

export const metadata: Metadata = { title: "Services" };

export default ServicesPage;
