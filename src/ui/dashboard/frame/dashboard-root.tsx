"use client";

import type { ReactNode } from "react";
import { type DashboardFrame, FrameProvider } from "#ui/dashboard/data/frame-context.tsx";
import { leaveWhenSignedOut } from "#ui/dashboard/data/leave-when-signed-out.ts";
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
