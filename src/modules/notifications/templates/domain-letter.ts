import type { Letter } from "./letter.ts";

const productColor = "#2f6f5e";

export type DomainFacts = {
  business: string;
  host: string;
  /** The page of the addresses in the dashboard. */
  href: string;
};

/** The letter to an owner about a domain whose records never came (A4). */
export function domainLetter({ business, host, href }: DomainFacts): Letter {
  const subject = `${host} is not set up yet`;
  const paragraphs = [
    `We looked for a week for the records that show that ${host} belongs to ${business}, and have stopped now. Nothing is shown there.`,
    "Set the records where you manage the domain, then press Check now. All other addresses of your booking page work as before.",
  ];
  return {
    language: "en",
    sender: "Slotkeeper",
    accentColor: productColor,
    subject,
    preview: paragraphs[0] ?? "",
    heading: subject,
    paragraphs,
    facts: [],
    button: { label: "See the records", href },
    notes: [`You get this letter because ${business} is yours.`],
    contact: [],
  };
}
