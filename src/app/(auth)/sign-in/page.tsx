import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { googleIsConfigured } from "#delivery/sign-in/auth-options.ts";
import { safeNextPath } from "#delivery/sign-in/next-path.ts";
import { currentLogin } from "#delivery/sign-in/require-member.ts";
import { typedEmailCookie } from "#delivery/sign-in/typed-email.ts";
import { env } from "#env.ts";
import { readFrontPage } from "#modules/accounts/read-front-page.ts";
import { passkeysAvailable } from "#modules/accounts/relying-party.ts";
import { DemoLogins } from "#ui/accounts/demo-logins.tsx";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { SentCard } from "#ui/accounts/sign-in-cards.tsx";
import { SignInForm } from "#ui/accounts/sign-in-form.tsx";
import { problemInWords } from "#ui/accounts/sign-in-problem.ts";

export const metadata: Metadata = { title: "Sign in" };

type Query = Record<
  "problem" | "wait" | "error" | "sent" | "signed-out" | "again" | "callbackUrl",
  string | undefined
>;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const identified = await currentLogin();
  // Some changes ask to sign in anew (see proveIdentity).
  if (identified && !query.again) redirect(safeNextPath(query.callbackUrl));
  if (query.sent) return framed(<SentCard demo={env.DEMO} />);
  return framed(
    <>
      <SignInForm
        email={(await cookies()).get(typedEmailCookie)?.value ?? identified?.login.email ?? ""}
        problem={problemInWords(query)}
        notice={query["signed-out"] ? "You are signed out." : null}
        google={googleIsConfigured()}
        passkey={passkeysAvailable()}
        callbackUrl={query.callbackUrl ? safeNextPath(query.callbackUrl) : undefined}
      />
      <p className="sk-beside">
        New here? <a href="/sign-up">Create your business</a>
      </p>
      {env.DEMO ? <DemoHelp /> : null}
    </>,
  );
}

function framed(content: ReactNode) {
  return <PlainFrame>{content}</PlainFrame>;
}

async function DemoHelp() {
  const businesses = (await readFrontPage()).filter((business) => business.ownerEmail);
  if (businesses.length === 0) return null;
  return (
    <section className="sk-card sk-below" aria-labelledby="demo-title">
      <p id="demo-title">This is a demo. Sign in as an owner:</p>
      <DemoLogins businesses={businesses} />
    </section>
  );
}
