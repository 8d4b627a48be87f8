import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { UseLinkCard } from "#ui/accounts/sign-in-cards.tsx";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function LinkPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") redirect("/sign-in?problem=notFound");
  return (
    <PlainFrame>
      <UseLinkCard token={token} />
    </PlainFrame>
  );
}
