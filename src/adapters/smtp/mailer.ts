import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import { type Mailer, type MailMessage, MailRefused } from "#modules/notifications/ports.ts";

export type SmtpSettings = { url: string };

const connectSeconds = 15;

/**
 * Sends through a mail server. SMTP knows no idempotency: an acceptance whose answer was lost is sent again, with the
 * same Message-ID, by which most mailboxes recognise the copy.
 */
export function smtpMailer(settings: SmtpSettings): Mailer {
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: connectSeconds * 1000,
    greetingTimeout: connectSeconds * 1000,
    socketTimeout: 2 * connectSeconds * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      try {
        const sent = await transport.sendMail(toMail(message));
        return { providerMessageId: sent.messageId };
      } catch (error) {
        throw isRefusal(error) ? new MailRefused(reasonOf(error)) : error;
      }
    },
  };
}

function toMail(message: MailMessage) {
  const { from, to, replyTo, subject, html, text, attachments } = message;
  return {
    from,
    to,
    ...(replyTo ? { replyTo } : {}),
    subject,
    html,
    text,
    messageId: messageId(message),
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content,
    })),
  };
}

function messageId({ idempotencyKey, from }: MailMessage): string {
  const host = /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 32)}@${host}>`;
}

/**
 * A 5xx answer to the addresses or the content is final, and so is an address nodemailer cannot use. One to the
 * sign-in (EAUTH) is the operator's to mend.
 */
function isRefusal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === "EAUTH") return false;
  if (code === "EENVELOPE" && responseCode === undefined) return true;
  return responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}

function reasonOf(error: unknown): string {
  const { responseCode, message } = error as { responseCode?: number; message: string };
  return `The mail server refused${responseCode ? ` (${responseCode})` : ""}: ${message}`;
}
