import type { Metadata } from "next";
import { AppointmentsPage } from "#ui/dashboard/appointments/appointments-page.tsx";

export const metadata: Metadata = { title: "Appointments" };

export default AppointmentsPage;
