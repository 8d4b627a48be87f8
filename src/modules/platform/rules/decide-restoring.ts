import { ok, type Result, refuse } from "#kernel/result.ts";

/** How a business stands before it is restored. */
export type Suspension = {
  status: string;
  suspendedBy: string | null;
  /** The state of its subscription; null without one. */
  subscription: string | null;
};

/** How it stands afterwards. */
export type Restored =
  | { status: "active"; suspendedBy: null }
  | { status: "suspended"; suspendedBy: "billing" };

const others: Readonly<Record<string, string>> = {
  billing:
    "This business is suspended because it has not paid. A payment restores it; you can overrule that and restore it now.",
  builder:
    "Its website builder suspended this business and can restore it; you can overrule that and restore it now.",
};

/**
 * What becomes of a business that the platform restores (A8): what the platform suspended it gives back; what others
 * suspended only when it says that it overrules them. Who has not paid meanwhile is suspended for that instead.
 */
export function decideRestoring(
  { status, suspendedBy, subscription }: Suspension,
  overrule: boolean,
): Result<Restored, "wrongState"> {
  if (status !== "suspended") return refuse("wrongState", "This business is not suspended.");
  const words = suspendedBy === null ? undefined : others[suspendedBy];
  if (words && !overrule) return refuse("wrongState", words, { suspendedBy });
  if (subscription === "suspended" && !overrule) return ok({ status: "suspended", suspendedBy: "billing" });
  return ok({ status: "active", suspendedBy: null });
}
