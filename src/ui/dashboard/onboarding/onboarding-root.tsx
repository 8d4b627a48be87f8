"use client";

import type { ReactNode } from "react";
import { type DashboardFrame, FrameProvider } from "#ui/dashboard/data/frame-context.tsx";
import { leaveWhenSignedOut } from "#ui/dashboard/data/leave-when-signed-out.ts";
import { BrowserRoot } from "#ui/dashboard/frame/browser-root.tsx";
import { SetupWizard } from "./setup-wizard.tsx";
import { StartFlow, type StartFlowProps } from "./start-flow.tsx";

type Common = { nonce: string | undefined };

/** The wizard before there is a business. */
export function StartRoot({ nonce, ...start }: Common & StartFlowProps) {
  return (
    <BrowserRoot locale="en" nonce={nonce} onFailure={leaveWhenSignedOut}>
      <StartFlow {...start} />
    </BrowserRoot>
  );
}

/** The wizard of a business that is there. */
export function SetupRoot({ nonce, frame }: Common & { frame: DashboardFrame }): ReactNode {
  return (
    <FrameProvider frame={frame}>
      <BrowserRoot locale={frame.business.locale} nonce={nonce} onFailure={leaveWhenSignedOut}>
        <SetupWizard />
      </BrowserRoot>
    </FrameProvider>
  );
}
