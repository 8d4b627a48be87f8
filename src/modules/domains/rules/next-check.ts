import type { DomainKind } from "../schema.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** So long is an unverified domain looked for, in milliseconds; then its business asks again. */
export const patienceMs = 7 * day;

type Standing = {
  status: "pending" | "verified";
  kind: DomainKind;
  /** Epoch milliseconds. */
  askedAt: number;
  now: number;
  /** The certificate is on its way: it is looked at more often. */
  certificatePending: boolean;
};

/**
 * When a domain is looked at next (A4), in epoch milliseconds; null: not by itself. At first every two minutes, while
 * somebody sits before the page; then every ten, every hour; a verified one daily, for its owner to hear when it breaks.
 * A site's host that is verified is its builder's affair.
 */
export function nextCheck({ status, kind, askedAt, now, certificatePending }: Standing): number | null {
  const age = now - askedAt;
  if (status === "verified") {
    if (kind === "site") return null;
    return now + (certificatePending && age < day ? 5 * minute : day);
  }
  if (age >= patienceMs) return null;
  if (age < hour) return now + 2 * minute;
  return now + (age < day ? 10 * minute : hour);
}
