import type { DomainView } from "#modules/domains/schema.ts";
import type { IconName } from "#ui/dashboard/parts/icons.tsx";

export type DomainState = {
  words: string;
  tone: "good" | "warn" | "info" | "danger";
  icon: IconName;
  text: string;
};

/** How a domain stands: a word, and what it means. */
export function stateOf({ status, kind, tlsStatus, givenUp, address }: DomainView): DomainState {
  if (givenUp) {
    return { words: "Stopped looking", tone: "danger", icon: "warning", text: "Nothing is shown there yet." };
  }
  if (status === "pending") {
    const text = "Set these records where you manage your domain. We look for them every few minutes.";
    return { words: "Waiting for DNS", tone: "warn", icon: "clock", text };
  }
  const verified = { words: "Verified", tone: "good", icon: "check" } as const;
  if (kind === "site") return { ...verified, text: `Your booking pages may be shown at ${address}.` };
  switch (tlsStatus) {
    case "pending":
      return {
        words: "Certificate on its way",
        tone: "info",
        icon: "clock",
        text: "Verified. The certificate takes a few minutes.",
      };
    case "failed":
      return {
        words: "No certificate",
        tone: "danger",
        icon: "warning",
        text: "Verified, but it has no certificate.",
      };
    case "active":
      return { ...verified, text: `Your booking page is at ${address}, with a certificate.` };
    case null:
      return {
        ...verified,
        text: `Your booking page is at ${address}. The certificate is made at the first visit.`,
      };
  }
}
