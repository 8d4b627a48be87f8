import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { currentLogin, requireMember } from "#delivery/sign-in/require-member.ts";
import { loadFrame } from "#delivery/trpc/load-frame.ts";
import { DashboardRoot } from "#ui/dashboard/frame/dashboard-root.tsx";

export const metadata: Metadata = { title: "Dashboard" };

/** Checks once, on the server, who is signed in; everything below runs in the browser and asks through tRPC. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const frame = member && (await loadFrame(member));
  const known = await headers();
  const login = member ? null : await currentLogin();
  if (login) redirect(login.isPlatformAdmin ? "/platform" : "/onboarding");
  if (!frame)
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(known.get(internalHeaders.path) ?? "/dashboard")}`);
  const nonce = known.get(internalHeaders.nonce) ?? undefined;
  return (
    <DashboardRoot frame={frame} nonce={nonce}>
      {children}
    </DashboardRoot>
  );
}
