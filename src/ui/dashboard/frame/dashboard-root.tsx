"use client";

import type { ReactNode } from "react";
import { type DashboardFrame, FrameProvider } from "#ui/dashboard/data/frame-context.tsx";
import { failureOf } from "#ui/dashboard/data/trpc.ts";
import { BrowserRoot } from "./browser-root.tsx";
import { Shell } from "./shell.tsx";

type Props = { frame: DashboardFrame; nonce: string | undefined; children: ReactNode };

/** Everything the dashboard's pages stand in. */
export function DashboardRoot({ frame, nonce, children }: Props) {
  return (
    <FrameProvider frame={frame}>
      <BrowserRoot nonce={nonce} locale={frame.business.locale} onFailure={leaveWhenSignedOut}>
        <Shell>{children}</Shell>
      </BrowserRoot>
    </FrameProvider>
  );
}

/** Whoever was signed out meanwhile is asked to sign in and comes back to the same page. */
function leaveWhenSignedOut(error: unknown): void {
  if (!failureOf(error).signedOut) return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(pathname + search)}`);
}
