import type { Metadata } from "next";
import { CalendarPage } from "#ui/dashboard/calendar/calendar-page.tsx";

export const metadata: Metadata = { title: "Calendar" };

export default CalendarPage;
