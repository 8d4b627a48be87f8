import { formatDayTime } from "#kernel/time/format-time.ts";
import type { MessageKind } from "../rules/message-table.ts";
import type { Fact, Letter } from "./letter.ts";
import type { Visit } from "./visit.ts";

/** Whoever has a visit no longer is concerned by the time it had. */
function asConcerns(kind: MessageKind, visit: Visit): Visit {
  return kind === "reassigned" ? { ...visit, startsAt: visit.previousStart ?? visit.startsAt } : visit;
}

type Words = { subject: string; heading: string; paragraph: string };

/** The copy (H1) for the staff member, in the time of the place; `dashboardUrl` opens their calendar. */
export function staffLetter(kind: MessageKind, visit: Visit, dashboardUrl: string): Letter {
  const { business } = visit;
  const shown = asConcerns(kind, visit);
  const words = wordsFor[kind](shown);
  return {
    language: business.locale,
    sender: business.name,
    accentColor: business.accentColor,
    subject: words.subject,
    preview: `${visit.customer.name}, ${visit.service}`,
    heading: words.heading,
    paragraphs: [words.paragraph],
    facts: factsOf(kind, shown),
    button: { label: "Open the calendar", href: dashboardUrl },
    notes: [],
    contact: [],
  };
}

const wordsFor: Record<MessageKind, (visit: Visit) => Words> = {
  booked: (visit) => ({
    subject: `New booking: ${about(visit)}`,
    heading: "New booking",
    paragraph: `${visit.customer.name} booked with you.`,
  }),
  requested: (visit) => ({
    subject: `Please confirm: ${about(visit)}`,
    heading: "A request awaits an answer",
    paragraph: `${visit.customer.name} asked for this time. It is kept until someone confirms or declines.`,
  }),
  rescheduled: (visit) => ({
    subject: `Moved: ${about(visit)}`,
    heading: "A visit was moved",
    paragraph: visit.previousStart
      ? `It was planned for ${when(visit, visit.previousStart)}.`
      : "The visit with you has changed.",
  }),
  rezoned: (visit) => ({
    subject: `${visit.conflict ? "Please look" : "Unchanged"}: ${about(visit)}`,
    heading: visit.conflict ? "Two visits meet" : "A visit keeps its time",
    paragraph: `The clocks at ${visit.location.name} follow new rules by then; the visit stays at the time that was promised. ${
      visit.conflict ? `${visit.conflict} Please move one of them.` : "The calendar file is up to date."
    }`,
  }),
  reassigned: (visit) => ({
    subject: `Not yours any more: ${about(visit)}`,
    heading: "A visit went to someone else",
    paragraph: `${visit.staff} has it now. Your time on ${when(visit, visit.startsAt)} is free again.`,
  }),
  cancelled: (visit) => ({
    subject: `Cancelled: ${about(visit)}`,
    heading: "A visit was cancelled",
    paragraph:
      visit.cancelledBy === "customer"
        ? `${visit.customer.name} cancelled: this time is free again.`
        : `The visit of ${visit.customer.name} was cancelled: this time is free again.`,
  }),
};

function about(visit: Visit): string {
  return `${visit.service}, ${when(visit, visit.startsAt)}, ${visit.customer.name}`;
}

function when(visit: Visit, instant: string): string {
  return formatDayTime(instant, visit.timeZone, visit.business.locale);
}

function factsOf(kind: MessageKind, visit: Visit): Fact[] {
  const { customer } = visit;
  const facts: Fact[] = [
    { label: "What", lines: [visit.service] },
    { label: "When", lines: [when(visit, visit.startsAt)] },
    { label: "Where", lines: [visit.location.name] },
    {
      label: "Who",
      lines: [customer.name, customer.phone, customer.email].filter((line): line is string => Boolean(line)),
    },
  ];
  if (visit.notes && kind !== "cancelled") facts.push({ label: "Note", lines: visit.notes.split(/\r?\n/) });
  if (visit.cancelReason && kind === "cancelled")
    facts.push({ label: "Reason", lines: [visit.cancelReason] });
  return facts;
}
