import type { MailProvider } from "#modules/notifications/ports.ts";

/** The local twin: needs no account, e-mail lands on the outbox page. */
export const sandbox: MailProvider<object> = {
  name: "sandbox",
  isConfigured: () => true,
  async connect() {
    const { sandboxMailer } = await import("./mailer.ts");
    return sandboxMailer();
  },
};
