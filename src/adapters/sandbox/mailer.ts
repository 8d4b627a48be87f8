import { withPlatform } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { type Mailer, type MailMessage, MailRefused } from "#modules/notifications/ports.ts";

const oneAddress = /^[^\s@,<>]+@[^\s@,<>]+$/;

const insertOnce = `
  INSERT INTO sandbox_mail (id, idempotency_key, sender, recipient, subject, html, text, attachments)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (idempotency_key) DO NOTHING`;

/** Keeps e-mail in the database for the outbox page, and promises what a real provider does: one key, one delivery. */
export function sandboxMailer(): Mailer {
  return {
    async send(message) {
      if (!oneAddress.test(message.to)) throw new MailRefused(`Not an e-mail address: ${message.to}`);
      return withPlatform(async ({ sql }) => {
        await sql(insertOnce, [newId(), ...columnsOf(message)]);
        const [kept] = await sql<{ id: string }>("SELECT id FROM sandbox_mail WHERE idempotency_key = $1", [
          message.idempotencyKey,
        ]);
        if (!kept) throw new Error("The sandbox did not keep the e-mail");
        return { providerMessageId: kept.id };
      });
    },
  };
}

function columnsOf(message: MailMessage): unknown[] {
  const attachments = message.attachments.map(({ filename, contentType, content }) => ({
    filename,
    contentType,
    content: Buffer.from(content, "utf8").toString("base64"),
  }));
  const { idempotencyKey, from, to, subject, html, text } = message;
  return [idempotencyKey, from, to, subject, html, text, JSON.stringify(attachments)];
}
