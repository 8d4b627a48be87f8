"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";

/** What every page of the dashboard stands on: who is signed in, and to which business. */
export type DashboardFrame = {
  member: { name: string; email: string; role: "owner" | "admin" | "staff"; staffId: string | null };
  business: ReadBusinessOutput;
  /** The other businesses this login belongs to, this one included. */
  businesses: { tenantId: string; name: string; slug: string }[];
  /** Address of the booking page, for people (`https://…`). */
  bookingUrl: string;
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

/** Owners and admins change the business; staff read it. */
export function useMayManage(): boolean {
  return useFrame().member.role !== "staff";
}
