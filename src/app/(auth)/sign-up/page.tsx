import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { googleIsConfigured } from "#delivery/sign-in/auth-options.ts";
import { currentLogin } from "#delivery/sign-in/require-member.ts";
import { typedEmailCookie } from "#delivery/sign-in/typed-email.ts";
import { env } from "#env.ts";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { ClosedCard, SignUpSentCard } from "#ui/accounts/sign-up-cards.tsx";
import { SignUpForm } from "#ui/accounts/sign-up-form.tsx";
import { signUpProblemInWords } from "#ui/accounts/sign-up-problem.ts";

export const metadata: Metadata = { title: "Create your business" };

type Query = Record<"problem" | "wait" | "error" | "sent", string | undefined>;

export default async function SignUpPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  if (await currentLogin()) redirect("/dashboard");
  if (env.SIGN_UP === "closed") {
    return (
      <PlainFrame>
        <ClosedCard />
      </PlainFrame>
    );
  }
  const email = (await cookies()).get(typedEmailCookie)?.value ?? "";
  return (
    <PlainFrame>
      {query.sent ? (
        <SignUpSentCard email={email} demo={env.DEMO} />
      ) : (
        <SignUpForm email={email} problem={signUpProblemInWords(query)} google={googleIsConfigured()} />
      )}
    </PlainFrame>
  );
}
