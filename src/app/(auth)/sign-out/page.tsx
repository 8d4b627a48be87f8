import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentLogin } from "#delivery/sign-in/require-member.ts";
import { MessageCard } from "#ui/accounts/message-card.tsx";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { SignOutForm } from "#ui/accounts/sign-in-cards.tsx";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  const identified = await currentLogin();
  if (!identified) redirect("/sign-in?signed-out=1");
  return (
    <PlainFrame>
      <MessageCard title="Sign out?">
        <p>You are signed in as {identified.login.email}.</p>
        <SignOutForm />
      </MessageCard>
    </PlainFrame>
  );
}
