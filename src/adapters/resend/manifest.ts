import type { MailProvider } from "#modules/notifications/ports.ts";

export type ResendEnvironment = { RESEND_API_KEY?: string; RESEND_BASE_URL?: string };

/** Resend: registered when RESEND_API_KEY is set. */
export const resend: MailProvider<ResendEnvironment> = {
  name: "resend",
  isConfigured: ({ RESEND_API_KEY }) => Boolean(RESEND_API_KEY),
  async connect({ RESEND_API_KEY: apiKey = "", RESEND_BASE_URL: baseUrl }) {
    const { resendMailer } = await import("./mailer.ts");
    return resendMailer({ apiKey, baseUrl });
  },
};
