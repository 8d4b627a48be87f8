import type { Metadata } from "next";
import { AccountPage } from "#ui/platform/account-page.tsx";

export const metadata: Metadata = { title: "Your account" };

export default AccountPage;
