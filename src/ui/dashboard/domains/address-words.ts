import type { AddressesView } from "#modules/domains/schema.ts";
import type { ModePreview, TenantMode } from "#modules/tenants/schema.ts";

/** Addresses that lead to the business besides the one that links use. */
export function otherAddresses({ canonical, pathUrl, subdomainUrl, domains }: AddressesView): string[] {
  const verified = domains.filter(({ status }) => status === "verified").map(({ address }) => address);
  const all = [...verified, ...(subdomainUrl ? [subdomainUrl] : []), pathUrl];
  return [...new Set(all)].filter((url) => url !== canonical.url);
}

/** What each mode means, in the owner's words. */
export const modeWords: Readonly<Record<TenantMode, { title: string; text: string }>> = {
  standalone: {
    title: "A page of its own",
    text: "Customers book at your own address. You have your plan with us.",
  },
  integrated: {
    title: "Part of your site",
    text: "Customers book at /book of your site. The maker of your site looks after your plan.",
  },
  hybrid: {
    title: "Both",
    text: "Your own address and /book of your site show the same pages side by side. Your plan stays as it is.",
  },
};

function linksInWords({ mode, addressNow, addressNext }: ModePreview): string {
  if (addressNow !== addressNext) return `New links lead to ${addressNext}. ${addressNow} keeps working.`;
  if (mode !== "integrated") return `Links keep leading to ${addressNext}.`;
  return `Your site is not verified yet. Until it is, links keep leading to ${addressNext}.`;
}

const nouns = {
  locations: ["location", "locations"],
  staff: ["staff member", "staff members"],
  services: ["service", "services"],
} as const;

/** What a change of the mode does, one sentence each. */
export function changesInWords(preview: ModePreview): string[] {
  const { planNow, planNext, trialDays, beyondPlan } = preview;
  const lines = [linksInWords(preview)];
  if (planNext !== planNow && planNext) {
    lines.push(`Your plan becomes ${planNext}${trialDays ? `, free for ${trialDays} days` : ""}.`);
  } else if (planNow) lines.push(`Your plan stays ${planNow}.`);
  for (const { what, has, allowed } of beyondPlan) {
    lines.push(
      `${planNext} allows ${allowed} ${nouns[what][allowed === 1 ? 0 : 1]}. You have ${has}: all stay, and no more can be added.`,
    );
  }
  lines.push(
    "Appointments, customers and links in e-mails stay as they are. You can change back at any time.",
  );
  return lines;
}
