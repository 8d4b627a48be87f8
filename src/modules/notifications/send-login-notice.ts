import { env } from "#env.ts";
import { newId } from "#kernel/ids.ts";
import type { LoginChange } from "#modules/accounts/schema.ts";
import { writeLetter } from "./compose-message.ts";
import type { Mailer } from "./ports.ts";
import { loginNotice } from "./templates/login-notice.ts";

/** Tells the owner of a login that its password or second step was changed (row O). */
export async function sendLoginNotice(
  { email, change }: { email: string; change: LoginChange },
  mailer: Mailer,
): Promise<void> {
  await mailer.send({
    ...writeLetter(loginNotice({ change, url: `${env.APP_URL}/dashboard/settings?section=account` })),
    from: env.MAIL_FROM,
    to: email,
    attachments: [],
    idempotencyKey: `login-notice:${newId()}`,
  });
}
