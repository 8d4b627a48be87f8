import "#ui/marketing/marketing.css";
import type { Metadata } from "next";
import { listDocuments } from "#delivery/documents/read-documents.ts";
import { env } from "#env.ts";
import { DocsPage } from "#ui/marketing/docs-page.tsx";
import { SiteFrame } from "#ui/marketing/site-frame.tsx";

export const metadata: Metadata = { title: "Docs", description: "How Slotkeeper works and how to run it." };

export default async function Docs() {
  return (
    <SiteFrame here="/docs" open={env.SIGN_UP === "open"}>
      <DocsPage documents={await listDocuments()} />
    </SiteFrame>
  );
}
