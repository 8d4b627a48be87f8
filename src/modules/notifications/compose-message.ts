import { env } from "#env.ts";
import { calendarContentType, calendarFile } from "./calendar-file.ts";
import type { MailAttachment, MailMessage } from "./ports.ts";
import type { Audience, MessageKind } from "./rules/message-table.ts";
import { customerLetter, type LetterOccasion } from "./templates/customer-letter.ts";
import { type Letter, letterHtml, letterText } from "./templates/letter.ts";
import { staffLetter } from "./templates/staff-letter.ts";
import type { Visit } from "./templates/visit.ts";

export type MessageToCompose = {
  kind: MessageKind;
  audience: Audience;
  recipient: string;
  effectKey: string;
};

/** Writes out the e-mail of one notification: letter in HTML and text, sender, calendar file. */
export function composeMessage(
  message: MessageToCompose,
  visit: Visit,
  occasion: LetterOccasion,
): MailMessage {
  const { kind, audience, recipient, effectKey } = message;
  const letter =
    audience === "customer" && kind !== "reassigned"
      ? customerLetter(kind, visit, occasion)
      : staffLetter(kind, visit, `${env.APP_URL}/dashboard`);
  return {
    ...writeLetter(letter),
    from: senderFor(visit.business.name, env.MAIL_FROM),
    to: recipient,
    ...(visit.business.email && audience === "customer" ? { replyTo: visit.business.email } : {}),
    attachments:
      kind === "requested" ? [] : [calendarAttachment(audience, inCalendar(kind, visit), occasion)],
    idempotencyKey: effectKey,
  };
}

/** The parts of an e-mail that a letter fills. */
export function writeLetter(letter: Letter): Pick<MailMessage, "subject" | "html" | "text"> {
  return { subject: oneLine(letter.subject), html: letterHtml(letter), text: letterText(letter) };
}

/** `"Maison Vert" <no-reply@example.com>`: the business's name before the installation's address. */
export function senderFor(business: string, mailFrom: string): string {
  const address = /<([^<>\s]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim();
  const name = oneLine(business).replace(/["\\<>]/g, "");
  return `"${name}" <${address}>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Out of the calendar of whoever has it no longer. */
function inCalendar(kind: MessageKind, visit: Visit): Visit {
  return kind === "reassigned" ? { ...visit, status: "cancelled" } : visit;
}

function calendarAttachment(audience: Audience, visit: Visit, occasion: LetterOccasion): MailAttachment {
  const { service, business, location, customer, status } = visit;
  const forCustomer = audience === "customer" && status !== "cancelled";
  const content = calendarFile({
    uid: visit.appointmentId,
    sequence: visit.version,
    status,
    start: visit.startsAt,
    end: visit.endsAt,
    summary: audience === "customer" ? `${service} at ${business.name}` : `${service}, ${customer.name}`,
    location: [location.name, ...location.addressLines].join(", "),
    description: forCustomer
      ? `With ${visit.staff}. Code ${visit.code}.\nView, reschedule or cancel: ${occasion.manageUrl}`
      : undefined,
    url: forCustomer ? occasion.manageUrl : undefined,
    organizer: business.email ? { name: business.name, email: business.email } : undefined,
    stamp: new Date(occasion.nowMs).toISOString(),
  });
  return {
    filename: status === "cancelled" ? "cancelled.ics" : "visit.ics",
    contentType: calendarContentType(status),
    content,
  };
}
