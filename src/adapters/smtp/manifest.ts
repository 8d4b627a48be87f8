import type { MailProvider } from "#modules/notifications/ports.ts";

export type SmtpEnvironment = { SMTP_URL?: string };

/** A mail server: registered when SMTP_URL is set. */
export const smtp: MailProvider<SmtpEnvironment> = {
  name: "smtp",
  isConfigured: ({ SMTP_URL }) => Boolean(SMTP_URL),
  async connect({ SMTP_URL: url = "" }) {
    const { smtpMailer } = await import("./mailer.ts");
    return smtpMailer({ url });
  },
};
