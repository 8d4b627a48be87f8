import { type CreateEmailOptions, type ErrorResponse, Resend } from "resend";
import { type Mailer, type MailMessage, MailRefused } from "#modules/notifications/ports.ts";

export type ResendSettings = { apiKey: string; baseUrl?: string };

/**
 * Answers that another attempt would only repeat. A wrong or restricted key is not among them: once an operator
 * corrects it, what waited is sent.
 */
const refusals = new Set<ErrorResponse["name"]>([
  "validation_error",
  "missing_required_field",
  "invalid_parameter",
  "invalid_attachment",
  "invalid_idempotency_key",
]);

/** Sends through Resend's API (https://resend.com/docs/api-reference/emails/send-email). */
export function resendMailer(settings: ResendSettings): Mailer {
  const resend = new Resend(settings.apiKey, settings.baseUrl ? { baseUrl: settings.baseUrl } : undefined);
  return {
    async send(message) {
      const key = message.idempotencyKey;
      const { data, error } = await resend.emails.send(toRequest(message), { idempotencyKey: key });
      if (!error) return { providerMessageId: data.id };
      // The key was used before, with links minted anew since: Resend accepted the e-mail then.
      if (error.name === "invalid_idempotent_request") return { providerMessageId: `key:${key}` };
      const text = `Resend answered ${error.statusCode ?? "nothing"} ${error.name}: ${error.message}`;
      throw refusals.has(error.name) ? new MailRefused(text) : new Error(text);
    },
  };
}

function toRequest(message: MailMessage): CreateEmailOptions {
  const { from, to, replyTo, subject, html, text, attachments } = message;
  return {
    from,
    to,
    subject,
    html,
    text,
    ...(replyTo ? { replyTo } : {}),
    ...(attachments.length > 0
      ? {
          attachments: attachments.map(({ filename, contentType, content }) => ({
            filename,
            contentType,
            content: Buffer.from(content, "utf8"),
          })),
        }
      : {}),
  };
}
