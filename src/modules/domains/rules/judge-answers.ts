import type { DomainKind } from "../schema.ts";
import { proofName } from "./dns-records.ts";

/** What the name servers say; null: they did not answer. */
export type Answers = {
  /** Texts at `_slotkeeper.<host>`. */
  proofs: readonly string[] | null;
  /** The name that the host is another word for, if it is one. */
  alias: string | null;
  /** Where the host and our own name lead. */
  addresses: readonly string[];
  ourAddresses: readonly string[];
};

export type Verdict = { proven: boolean; problem: string | null };

type Asked = { host: string; kind: DomainKind; token: string; target: string };

/**
 * Whether a business controls a host, and what is wrong in its words (A4). The proof alone decides: where a name leads
 * proves nothing, and some name servers hide it.
 */
export function judgeAnswers({ host, kind, token, target }: Asked, answers: Answers): Verdict {
  const { proofs } = answers;
  if (proofs === null)
    return { proven: false, problem: `The name servers of ${host} did not answer. We try again.` };
  if (!proofs.includes(token)) return { proven: false, problem: problemOfProof(host, proofs) };
  if (kind === "site" || leadsHere(answers, target)) return { proven: true, problem: null };
  return { proven: true, problem: problemOfWay(host, answers, target) };
}

function problemOfProof(host: string, proofs: readonly string[]): string {
  const name = proofName(host);
  if (proofs.length === 0)
    return `There is no TXT record at ${name} yet. New records can take an hour to be seen.`;
  return `The TXT record at ${name} says something else. Copy the value once more.`;
}

function leadsHere({ alias, addresses, ourAddresses }: Answers, target: string): boolean {
  return alias === target || addresses.some((address) => ourAddresses.includes(address));
}

function problemOfWay(host: string, { alias, addresses }: Answers, target: string): string {
  if (alias) return `${host} is yours, but its CNAME leads to ${alias}. It must lead to ${target}.`;
  if (addresses.length === 0) return `${host} is yours, but leads nowhere yet. Set its CNAME to ${target}.`;
  return `${host} is yours, but seems to lead to another server. If it is not behind a service of yours, set its CNAME to ${target}.`;
}
