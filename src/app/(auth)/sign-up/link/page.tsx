import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { ConfirmSignUpCard } from "#ui/accounts/sign-up-cards.tsx";

export const metadata: Metadata = { title: "Create your business", robots: { index: false } };

export default async function SignUpLinkPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") redirect("/sign-up?problem=notFound");
  return (
    <PlainFrame>
      <ConfirmSignUpCard token={token} />
    </PlainFrame>
  );
}
