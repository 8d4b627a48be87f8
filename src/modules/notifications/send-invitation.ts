import { env } from "#env.ts";
import { newId } from "#kernel/ids.ts";
import type { InvitationLetter } from "#modules/team/mint-invitation.ts";
import { senderFor, writeLetter } from "./compose-message.ts";
import type { Mailer } from "./ports.ts";
import { invitationLetter } from "./templates/invitation-letter.ts";

/** E-mails an invitation to a team (B3). Every link is an e-mail of its own, so its key is too. */
export async function sendInvitation(input: InvitationLetter, mailer: Mailer): Promise<void> {
  await mailer.send({
    ...writeLetter(invitationLetter(input)),
    from: senderFor(input.business.name, env.MAIL_FROM),
    to: input.email,
    attachments: [],
    idempotencyKey: `invitation:${newId()}`,
  });
}
