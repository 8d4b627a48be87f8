import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { currentLogin } from "#delivery/sign-in/require-member.ts";
import { readInvitation } from "#modules/team/read-invitation.ts";
import { invitationToken } from "#modules/team/schema.ts";
import { ClosedInvitationCard, JoinCard, OtherLoginCard } from "#ui/accounts/join-cards.tsx";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";

export const metadata: Metadata = { title: "Join the team", robots: { index: false } };

type Query = Record<"token" | "problem", string | undefined>;

export default async function JoinPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  return <PlainFrame>{await cardFor(query)}</PlainFrame>;
}

async function cardFor(query: Query) {
  const token = invitationToken.safeParse(query.token);
  const read = token.success ? await readInvitation({ token: token.data }) : null;
  if (!token.success || !read?.ok) return <ClosedInvitationCard state="unknown" businessName={null} />;
  const invitation = read.value;
  if (invitation.state !== "open") return <ClosedInvitationCard {...invitation} state={invitation.state} />;
  const login = (await currentLogin())?.login;
  if (login && login.email !== invitation.email) {
    return <OtherLoginCard token={token.data} invitation={invitation} signedInAs={login.email} />;
  }
  return (
    <JoinCard
      token={token.data}
      invitation={invitation}
      asksName={!login && !invitation.hasLogin}
      problem={query.problem}
    />
  );
}
