import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { currentLogin, requireMember } from "#delivery/sign-in/require-member.ts";
import { loadFrame } from "#delivery/trpc/load-frame.ts";
import { env } from "#env.ts";
import { bookingAddress } from "#modules/tenants/booking-address.ts";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { ClosedCard } from "#ui/accounts/sign-up-cards.tsx";
import { SetupRoot, StartRoot } from "#ui/dashboard/onboarding/onboarding-root.tsx";

export const metadata: Metadata = { title: "Set up" };

type Props = { searchParams: Promise<{ new?: string }> };

/**
 * The wizard (row A10): makes a business for a login that has none, or another one, and goes on with one that is not
 * set up to the end. Everybody else has nothing to do here.
 */
export default async function OnboardingPage({ searchParams }: Props) {
  const identified = await currentLogin();
  const known = await headers();
  if (!identified)
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(known.get(internalHeaders.path) ?? "/onboarding")}`);
  const nonce = known.get(internalHeaders.nonce) ?? undefined;
  const member = await requireMember();
  const another = (await searchParams).new !== undefined;
  if ((!member || another) && env.SIGN_UP === "closed" && !identified.isPlatformAdmin) {
    return (
      <PlainFrame>
        <ClosedCard />
      </PlainFrame>
    );
  }
  if (!member || another) {
    return <StartRoot nonce={nonce} address={addressParts()} another={member !== null} />;
  }
  const frame = await loadFrame(member);
  const mayGoOn = frame?.business.onboardingStep && frame.member.rights.includes("business.write");
  if (!frame || !mayGoOn) redirect("/dashboard");
  return <SetupRoot nonce={nonce} frame={frame} />;
}

/** An address of a booking page around the part that the business chooses. */
function addressParts(): { before: string; after: string } {
  const none = { customHost: null, siteHost: null, siteOrigin: null };
  const address = bookingAddress({ slug: "*", mode: "standalone", ...none });
  const [before = "", after = ""] = address.replace(/^https?:\/\//, "").split("*");
  return { before, after };
}
