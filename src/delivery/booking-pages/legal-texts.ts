import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";
import type { TextModel } from "#ui/booking/view-model.ts";
import { addressLines } from "./frame.ts";

export type LegalKind = "privacy" | "terms";

type Section = TextModel["sections"][number];

/** Sections of a business's own text: a line that begins with "# " is a heading, an empty line ends a paragraph. */
export function ownSections(text: string): Section[] {
  const sections: Section[] = [];
  for (const block of text.split(/\n\s*\n/)) {
    const words = block.trim();
    if (!words) continue;
    const [first = "", ...rest] = words.split("\n");
    const heading = /^#+\s+(.+)$/.exec(first)?.[1];
    const paragraph = (heading ? rest : [first, ...rest]).join("\n").trim();
    if (heading || sections.length === 0) sections.push({ ...(heading && { heading }), paragraphs: [] });
    if (paragraph) sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections;
}

/** Our plain words with the business's facts, for who has written none (A11). What they say is what the product does. */
export function defaultSections(kind: LegalKind, business: ReadBusinessOutput): Section[] {
  return kind === "privacy" ? privacySections(business) : termsSections(business);
}

function privacySections(business: ReadBusinessOutput): Section[] {
  return [
    {
      heading: "Who is responsible",
      paragraphs: [`${business.name} receives what you enter here.`, ...contactLines(business)],
    },
    {
      heading: "What is kept, and why",
      paragraphs: [
        "When you book: your name, your e-mail address, your phone number if you give one, what you write in the notes, and the appointment. They are needed to make the appointment and to reach you about it.",
        "Your time zone, so that you see times as your clock shows them.",
        "Your network address is used for a moment to stop floods of requests. It is not stored with your booking.",
      ],
    },
    {
      heading: "Cookies",
      paragraphs: [
        "One cookie remembers the time that you have chosen while you fill in the form. There is none for advertising or for watching what you do.",
      ],
    },
    {
      heading: "Who else sees it",
      paragraphs: [
        `The team of ${business.name}, the operator of this booking platform, who keeps the data for the business, and the service that delivers the e-mails about your appointment. Nobody else.`,
      ],
    },
    {
      heading: "What you can ask for",
      paragraphs: [
        "To see what is kept about you, to have it corrected, and to have it deleted where no law says that it must be kept. Write to the address above.",
      ],
    },
  ];
}

function termsSections(business: ReadBusinessOutput): Section[] {
  return [
    {
      heading: "Your appointment",
      paragraphs: [
        `With your booking you make an appointment with ${business.name}. It stands once you see the confirmation with its code; where the business confirms requests itself, once it has done so.`,
      ],
    },
    { heading: "Changing and cancelling", paragraphs: [windowInWords(business.cancellationWindowMin)] },
    {
      heading: "What it costs",
      paragraphs: [
        "The price that the booking shows. You pay the business at your visit, unless it says otherwise.",
      ],
    },
    { heading: "Questions", paragraphs: contactLines(business) },
  ];
}

function windowInWords(minutes: number): string {
  const link = "by the link in your confirmation";
  if (minutes === 0) return `You can change or cancel it ${link} until it begins.`;
  const hours = minutes / 60;
  const span = Number.isInteger(hours) ? `${hours} ${hours === 1 ? "hour" : "hours"}` : `${minutes} minutes`;
  return `You can change or cancel it ${link} until ${span} before it begins. After that, please call.`;
}

function contactLines(business: ReadBusinessOutput): string[] {
  const [place] = business.locations;
  const lines = [
    ...(place ? [addressLines(place).join(", ")] : []),
    business.email ?? "",
    business.phone ?? "",
  ].filter(Boolean);
  return lines.length > 0 ? [lines.join(" · ")] : [];
}
