import { formatMoney } from "#kernel/money.ts";
import { zoneCity } from "#kernel/time/format-time.ts";
import type { CustomerMessageKind } from "../rules/message-table.ts";
import { customerTimes, firstName, mapHref, policySentence, shortTime } from "../rules/visit-words.ts";
import type { Fact, Letter } from "./letter.ts";
import type { Visit } from "./visit.ts";

type Words = { subject: string; heading: string; paragraphs: string[] };

/** What a letter needs beside the visit: the link by which the customer manages it, and the present. */
export type LetterOccasion = { manageUrl: string; nowMs: number };

/** The letter (H1, H2) that tells the customer of a booking, request, move or cancellation. */
export function customerLetter(kind: CustomerMessageKind, visit: Visit, occasion: LetterOccasion): Letter {
  const words = wordsFor[kind](visit);
  const { business } = visit;
  const gone = kind === "cancelled";
  return {
    language: business.locale,
    sender: business.name,
    accentColor: business.accentColor,
    ...(business.hidesMaker ? {} : { maker: "Booking by Slotkeeper" }),
    preview: `${visit.service} with ${visit.staff}, ${customerTimes(visitTime(visit))[0]}`,
    ...words,
    facts: gone ? [whatFact(visit), whenFact(visit)] : visitFacts(visit),
    ...(gone ? {} : { code: visit.code }),
    button: gone
      ? { label: "Book another time", href: `${business.bookingAddress}/` }
      : { label: "View, reschedule or cancel", href: occasion.manageUrl },
    notes: gone ? [] : [policySentence(visitTime(visit), business.cancellationWindowMin, occasion.nowMs)],
    contact: contactOf(visit),
  };
}

const wordsFor: Record<CustomerMessageKind, (visit: Visit) => Words> = {
  booked: (visit) => ({
    subject: `You're booked: ${visit.service}, ${shortTime(visitTime(visit))}`,
    heading: "You're booked",
    paragraphs: [`Hi ${firstName(visit.customer.name)}, we look forward to seeing you.`],
  }),
  requested: (visit) => ({
    subject: `We have your request: ${visit.service}, ${shortTime(visitTime(visit))}`,
    heading: "We have your request",
    paragraphs: [
      `Hi ${firstName(visit.customer.name)}, ${visit.business.name} will confirm this time and let you know. ` +
        "It is kept for you until then.",
    ],
  }),
  rescheduled: (visit) => {
    const moved = visit.previousStart !== visit.startsAt;
    return {
      subject: `${moved ? "New time" : "Changed"}: ${visit.service}, ${shortTime(visitTime(visit))}`,
      heading: moved ? "Your visit has a new time" : "Your visit has changed",
      paragraphs: [`Hi ${firstName(visit.customer.name)}, ${movedSentence(visit)}`],
    };
  },
  rezoned: (visit) => ({
    subject: `Unchanged: ${visit.service}, ${shortTime(visitTime(visit))}`,
    heading: "Your visit stays at its time",
    paragraphs: [
      `Hi ${firstName(visit.customer.name)}, the clocks in ${zoneCity(visit.timeZone)} follow new rules by then. Your visit ` +
        "stays at the time we promised; a calendar that shows another one is put right by the file attached.",
      ...(visit.conflict ? [`${visit.business.name} may get in touch with you about it.`] : []),
    ],
  }),
  cancelled: (visit) => ({
    subject: `Cancelled: ${visit.service}, ${shortTime(visitTime(visit))}`,
    heading: "Your visit is cancelled",
    paragraphs: [`Hi ${firstName(visit.customer.name)}, ${cancelledSentence(visit)}`],
  }),
};

function movedSentence(visit: Visit): string {
  if (!visit.previousStart || visit.previousStart === visit.startsAt) return "this is how it stands now.";
  const before = shortTime({ ...visitTime(visit), startsAt: visit.previousStart });
  return `it was planned for ${before}. Here is the new time.`;
}

function cancelledSentence(visit: Visit): string {
  if (visit.cancelledBy === "customer")
    return "as you asked, this visit is cancelled. We hope to see you another time.";
  const reason = visit.cancelReason ? ` (${visit.cancelReason})` : "";
  return `we are sorry: ${visit.business.name} had to cancel this visit${reason}.`;
}

/** The visit's own times, as the rules take them. */
export function visitTime(visit: Visit) {
  const { startsAt, timeZone, customerTimeZone, business } = visit;
  return { startsAt, timeZone, customerTimeZone, locale: business.locale };
}

function visitFacts(visit: Visit): Fact[] {
  const { location, business } = visit;
  const map = mapHref(business.name, location.addressLines);
  const where: Fact = { label: "Where", lines: [location.name, ...location.addressLines] };
  const facts: Fact[] = [
    whatFact(visit),
    whenFact(visit),
    map ? { ...where, link: { label: "Directions", href: map } } : where,
  ];
  if (visit.priceMinor === 0) return facts;
  const price = formatMoney(visit.priceMinor, visit.currency, business.locale);
  return [...facts, { label: "Price", lines: [price] }];
}

function whatFact(visit: Visit): Fact {
  return { label: "What", lines: [`${visit.service} with ${visit.staff}`] };
}

function whenFact(visit: Visit): Fact {
  return { label: "When", lines: customerTimes(visitTime(visit)) };
}

function contactOf({ business, location }: Visit): string[] {
  return [location.phone ?? business.phone, business.email].filter((item): item is string => Boolean(item));
}
