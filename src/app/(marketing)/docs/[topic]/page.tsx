import "#ui/marketing/marketing.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readDocument } from "#delivery/documents/read-documents.ts";
import { env } from "#env.ts";
import { SiteFrame } from "#ui/marketing/site-frame.tsx";

type Props = { params: Promise<{ topic: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = await readDocument((await params).topic);
  return document ? { title: document.title } : {};
}

/** The HTML is made from documents of this repository alone. */
export default async function DocumentOfDocs({ params }: Props) {
  const document = await readDocument((await params).topic);
  if (!document) notFound();
  return (
    <SiteFrame here="/docs" open={env.SIGN_UP === "open"}>
      <div className="mk-in mk-section">
        <article className="mk-doc" dangerouslySetInnerHTML={{ __html: document.html }} />
      </div>
    </SiteFrame>
  );
}
