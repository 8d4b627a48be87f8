/** A file that goes with an e-mail; `content` is text, sent as UTF-8. */
export type MailAttachment = { filename: string; contentType: string; content: string };

/** One e-mail to one person. */
export type MailMessage = {
  /** `Name <address>`. */
  from: string;
  to: string;
  /** Where answers go, when not to the sender. */
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  attachments: MailAttachment[];
  /** The same key is delivered once, however often it is handed over; at most 256 characters. */
  idempotencyKey: string;
};

/**
 * Sends e-mail. A message that can never be delivered as it is throws `MailRefused`; anything else that throws is a
 * reason to try again later.
 */
export type Mailer = { send(message: MailMessage): Promise<{ providerMessageId: string }> };

/** The provider says no for good: a wrong address, a rejected message, a sender it does not accept. */
export class MailRefused extends Error {
  override name = "MailRefused";
}

/** A way to send e-mail: small, so that knowing all of them costs nothing; the provider's SDK comes with `connect`. */
export type MailProvider<Environment> = {
  name: string;
  /** A provider that is not configured is never loaded. */
  isConfigured(environment: Environment): boolean;
  connect(environment: Environment): Promise<Mailer>;
};
