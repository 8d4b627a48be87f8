"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Right } from "#modules/accounts/rules/rights.ts";
import type { BillingNotice } from "#modules/billing/schema.ts";
import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";

/** What every page of the dashboard stands on: who is signed in, and to which business. */
export type DashboardFrame = {
  member: {
    name: string;
    email: string;
    role: "owner" | "admin" | "staff";
    staffId: string | null;
    /** Whether they came from a website builder's site: nothing of their login can be seen or changed then (A1). */
    fromSite: boolean;
    /** What they may do here: by the role, and by what was granted or denied beyond it. */
    rights: readonly Right[];
  };
  business: ReadBusinessOutput;
  /** The other businesses this login belongs to, this one included. */
  businesses: { tenantId: string; name: string; slug: string }[];
  /** Address of the booking page, for people (`https://…`). */
  bookingUrl: string;
  /** What has to be said about the plan, to those who may read about it. */
  billingNotice: BillingNotice | null;
  /** Whether the login runs this installation, and until when it acts as the business (A8). */
  platform: { isAdmin: boolean; actingUntil: string | null };
  /** Mail goes to the local outbox instead of to people. */
  testMode: boolean;
};

const Frame = createContext<DashboardFrame | null>(null);

export function FrameProvider({ frame, children }: { frame: DashboardFrame; children: ReactNode }) {
  return <Frame value={frame}>{children}</Frame>;
}

export function useFrame(): DashboardFrame {
  const frame = useContext(Frame);
  if (!frame) throw new Error("The dashboard's frame is missing around this component");
  return frame;
}

/** The business that the page shows; null where it shows none. */
export function usePageBusiness(): string | null {
  return useContext(Frame)?.business.id ?? null;
}

/** By which times are shown: the business's clock, or where there is no business the reader's own. */
export function useClock(): { timeZone: string; locale: string } {
  const frame = useContext(Frame);
  if (frame) return frame.business;
  return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: "en-GB" };
}

/** Whether the member may do this (F5). The verbs ask again: this only leaves out what would be refused. */
export function useMay(right: Right): boolean {
  return useFrame().member.rights.includes(right);
}
