import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { currentLogin } from "#delivery/sign-in/require-member.ts";
import { emailInToken } from "#delivery/sign-in/site-sign-in.ts";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { SiteEntryCard, SiteProblemCard } from "#ui/accounts/site-cards.tsx";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Query = { token?: string | string[]; problem?: string | string[] };

/** Where the site of a website builder sends its owner: nothing happens until the form is sent. */
export default async function SitePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { token, problem } = await searchParams;
  const signedIn = (await currentLogin())?.login.email ?? null;
  if (typeof token === "string" && token !== "" && problem === undefined) {
    const card = <SiteEntryCard token={token} email={emailInToken(token)} signedInAs={signedIn} />;
    return <PlainFrame>{card}</PlainFrame>;
  }
  return (
    <PlainFrame>
      <SiteProblemCard problem={String(problem)} signedIn={signedIn !== null} />
    </PlainFrame>
  );
}
