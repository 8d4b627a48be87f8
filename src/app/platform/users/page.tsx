import type { Metadata } from "next";
import { UsersPage } from "#ui/platform/users-page.tsx";

export const metadata: Metadata = { title: "Users" };

export default UsersPage;
