import { formatDayTime } from "#kernel/time/format-time.ts";
import type { PlanLetterKind } from "../rules/owner-letters.ts";
import type { Letter } from "./letter.ts";

const productColor = "#2f6f5e";

export type PlanFacts = {
  business: string;
  plan: string;
  timeZone: string;
  locale: string;
  trialEndsAt: Date | null;
  graceEndsAt: Date | null;
  /** The page of the plan in the dashboard. */
  href: string;
};

type Words = { subject: string; paragraphs: string[]; button: string };

const nothingLost = "Nothing is deleted, and appointments that are booked stay as they are.";

/** What each letter says. */
const wordsOf: Readonly<Record<PlanLetterKind, (facts: PlanFacts) => Words>> = {
  trialEnding: (facts) => ({
    subject: `Your trial of ${facts.plan} ends ${on(facts.trialEndsAt, facts)}`,
    paragraphs: [
      `After that ${facts.business} has the free plan, unless you choose a paid one. ${nothingLost}`,
      "Choose a plan today, and the first payment is due when the trial ends.",
    ],
    button: "Choose a plan",
  }),
  trialEnded: (facts) => ({
    subject: `Your trial has ended: ${facts.business} has the plan ${facts.plan} now`,
    paragraphs: [
      `${nothingLost} What you have above the limits of ${facts.plan} works on; you cannot add more of it.`,
    ],
    button: "Compare the plans",
  }),
  paymentFailed: (facts) => ({
    subject: `The payment for ${facts.business} did not work`,
    paragraphs: [
      `Your card for the plan ${facts.plan} was declined. Everything works on until ${until(facts)}; the payment is tried again meanwhile.`,
      "Please look at your card, or enter another one.",
    ],
    button: "Look at the payment",
  }),
  paymentReminder: (facts) => ({
    subject: `A payment for ${facts.business} is still open`,
    paragraphs: [
      `The payment for the plan ${facts.plan} has not worked so far. Without it customers cannot book any more from ${until(facts)} on.`,
    ],
    button: "Look at the payment",
  }),
  graceEnding: (facts) => ({
    subject: `Online booking of ${facts.business} stops ${on(facts.graceEndsAt, facts)}`,
    paragraphs: [
      `The payment for the plan ${facts.plan} is still open. From ${until(facts)} on customers cannot book any more. ${nothingLost}`,
    ],
    button: "Pay now",
  }),
  suspended: (facts) => ({
    subject: `Customers of ${facts.business} cannot book at the moment`,
    paragraphs: [
      `The payment for the plan ${facts.plan} did not come, so your booking page takes no new bookings. ${nothingLost} Customers can still move and cancel theirs.`,
      "Once it is paid, booking goes on at once.",
    ],
    button: "Pay now",
  }),
  restored: (facts) => ({
    subject: `Thank you: customers of ${facts.business} can book again`,
    paragraphs: ["The payment has arrived, and your booking page takes bookings as before."],
    button: "Open your plan",
  }),
  planEnded: (facts) => ({
    subject: `Your paid plan has ended: ${facts.business} has the plan ${facts.plan} now`,
    paragraphs: [
      `${nothingLost} What you have above the limits of ${facts.plan} works on; you cannot add more of it. You can choose a paid plan again at any time.`,
    ],
    button: "Compare the plans",
  }),
};

/** The letter to an owner about the plan of the business (A2). */
export function planLetter(kind: PlanLetterKind, facts: PlanFacts): Letter {
  const { subject, paragraphs, button } = wordsOf[kind](facts);
  return {
    language: "en",
    sender: "Slotkeeper",
    accentColor: productColor,
    subject,
    preview: paragraphs[0] ?? "",
    heading: subject,
    paragraphs,
    facts: [],
    button: { label: button, href: facts.href },
    notes: [`You get this letter because ${facts.business} is yours.`],
    contact: [],
  };
}

function on(date: Date | null, facts: PlanFacts): string {
  return date ? `on ${inWords(date, facts)}` : "soon";
}

function until(facts: PlanFacts): string {
  return facts.graceEndsAt ? inWords(facts.graceEndsAt, facts) : "soon";
}

function inWords(date: Date, { timeZone, locale }: PlanFacts): string {
  return formatDayTime(date.toISOString(), timeZone, locale);
}
