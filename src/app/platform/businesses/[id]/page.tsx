import type { Metadata } from "next";
import { BusinessPage } from "#ui/platform/business-page.tsx";

export const metadata: Metadata = { title: "Business" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BusinessPage id={(await params).id} />;
}
