"use client";

import type { ReactNode } from "react";
import { type DashboardFrame, FrameProvider } from "#ui/dashboard/data/frame-context.tsx";
import { BrowserRoot } from "./browser-root.tsx";
import { Shell } from "./shell.tsx";
import { useFollowedFailures } from "./use-followed-failures.ts";

type Props = { frame: DashboardFrame; nonce: string | undefined; children: ReactNode };

/** Everything the dashboard's pages stand in. */
export function DashboardRoot({ frame, nonce, children }: Props) {
  const onFailure = useFollowedFailures();
  return (
    <FrameProvider frame={frame}>
      <BrowserRoot nonce={nonce} locale={frame.business.locale} onFailure={onFailure}>
        <Shell>{children}</Shell>
      </BrowserRoot>
    </FrameProvider>
  );
}
