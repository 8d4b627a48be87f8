import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { requirePlatformAdmin } from "#delivery/sign-in/require-member.ts";
import { PlatformRoot } from "#ui/platform/platform-root.tsx";

export const metadata: Metadata = { title: "Platform", robots: { index: false } };

/** For platform admins; everybody else is told that there is nothing, not that they may not (A8). */
export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const admin = await requirePlatformAdmin();
  if (!admin) notFound();
  const nonce = (await headers()).get(internalHeaders.nonce) ?? undefined;
  const { name, email } = admin.login;
  const isMember = admin.memberships.length > 0 || admin.acting !== null;
  return (
    <PlatformRoot admin={{ name, email, isMember }} nonce={nonce}>
      {children}
    </PlatformRoot>
  );
}
