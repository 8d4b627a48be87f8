import type { Metadata } from "next";
import { SettingsPage } from "#ui/dashboard/settings/settings-page.tsx";

export const metadata: Metadata = { title: "Settings" };

export default SettingsPage;
