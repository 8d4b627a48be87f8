import { limitInWords } from "#modules/plans/rules/plan-refusal.ts";

/** What the words of the database are called on the platform's pages. */
const modes: Readonly<Record<string, string>> = {
  integrated: "Integrated: the /book page of its site",
  standalone: "Standalone: its own address",
  hybrid: "Hybrid: both",
};

const subscriptionStates: Readonly<Record<string, string>> = {
  trialing: "in its trial",
  active: "active",
  past_due: "payment failed, in grace",
  suspended: "not paid",
  cancelled: "cancelled",
};

const payers: Readonly<Record<string, string>> = {
  stripe: "pays through Stripe",
  sandbox: "pays in test mode",
  builder: "billed by its website builder",
  platform: "given by the platform",
};

const suspenders: Readonly<Record<string, string>> = {
  billing: "Suspended: not paid",
  builder: "Suspended by its website builder",
  platform: "Suspended by the platform",
};

export function modeWords(mode: string): string {
  return modes[mode] ?? mode;
}

/** "Integrated" of the longer words. */
export function modeName(mode: string): string {
  return modeWords(mode).split(":")[0] ?? mode;
}

/** "1 location, 4 staff members, 14 services". */
export function sizeWords(counts: { locations: number; staff: number; services: number }): string {
  const { locations, staff, services } = counts;
  return [
    limitInWords("locations", locations),
    limitInWords("staff", staff),
    limitInWords("services", services),
  ].join(", ");
}

export function subscriptionWords(status: string): string {
  return subscriptionStates[status] ?? status;
}

export function payerWords(billedBy: string): string {
  return payers[billedBy] ?? billedBy;
}

export function stateWords({ status, suspendedBy }: { status: string; suspendedBy: string | null }): string {
  if (status === "active") return "Active";
  if (status === "deleted") return "Deleted";
  return suspenders[suspendedBy ?? ""] ?? "Suspended";
}
