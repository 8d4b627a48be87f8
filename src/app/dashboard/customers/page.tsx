import type { Metadata } from "next";
import { CustomersPage } from "#ui/dashboard/customers/customers-page.tsx";

export const metadata: Metadata = { title: "Customers" };

export default CustomersPage;
