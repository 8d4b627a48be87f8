import type { Metadata } from "next";
import { ClassesPage } from "#ui/dashboard/classes/classes-page.tsx";

export const metadata: Metadata = { title: "Classes" };

export default ClassesPage;
