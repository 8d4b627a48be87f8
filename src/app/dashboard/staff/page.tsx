import type { Metadata } from "next";
import { StaffPage } from "#ui/dashboard/staff/staff-page.tsx";

export const metadata: Metadata = { title: "Staff" };

export default StaffPage;
