import type { DnsRecord, DomainKind } from "../schema.ts";

type Named = { host: string; kind: DomainKind; token: string };

/** Where the proof stands that a business controls a host. */
export function proofName(host: string): string {
  return `_slotkeeper.${host}`;
}

/** What a business sets at its name server (A4). A site's host leads to its builder, so it only needs the proof. */
export function recordsFor({ host, kind, token }: Named, target: string): DnsRecord[] {
  const proof: DnsRecord = { type: "TXT", name: proofName(host), value: token, purpose: "proof" };
  if (kind === "site") return [proof];
  return [{ type: "CNAME", name: host, value: target, purpose: "leadsHere" }, proof];
}
