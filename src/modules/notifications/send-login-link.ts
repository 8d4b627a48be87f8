import { env } from "#env.ts";
import { newId } from "#kernel/ids.ts";
import { writeLetter } from "./compose-message.ts";
import type { Mailer } from "./ports.ts";
import { type LoginLetterInput, loginLetter } from "./templates/login-letter.ts";

export type SendLoginLinkInput = LoginLetterInput & { email: string };

/** E-mails a link that signs in, or makes a login. Every link is an e-mail of its own, so its key is too. */
export async function sendLoginLink(input: SendLoginLinkInput, mailer: Mailer): Promise<void> {
  await mailer.send({
    ...writeLetter(loginLetter(input)),
    from: env.MAIL_FROM,
    to: input.email,
    attachments: [],
    idempotencyKey: `login-link:${newId()}`,
  });
}
