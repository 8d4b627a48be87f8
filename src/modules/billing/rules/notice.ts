import type { BillingNotice, BillingView } from "../schema.ts";
import { trialWarning } from "./letters-due.ts";

type Stands = Pick<BillingView, "status" | "billedBy" | "subscribed" | "trialEndsAt" | "graceEndsAt"> & {
  planName: string;
};

/** What stands above every page of the dashboard (A2): the last days of a trial, a payment that failed, a stop. */
export function noticeOf(view: Stands, now: number): BillingNotice | null {
  const { status, billedBy, subscribed, trialEndsAt, graceEndsAt, planName } = view;
  if (billedBy === "builder") return null;
  if (status === "past_due" || status === "suspended") return { kind: status, until: graceEndsAt, planName };
  if (status !== "trialing" || subscribed || !trialEndsAt) return null;
  const isLast = Date.parse(trialEndsAt) - now <= trialWarning;
  return isLast ? { kind: "trialEnding", until: trialEndsAt, planName } : null;
}
