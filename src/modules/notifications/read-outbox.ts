import { z } from "zod";
import { withPlatform } from "#database/tenant-context.ts";
import { isUuid } from "#kernel/ids.ts";

const attachmentsSchema = z.array(
  z.object({ filename: z.string(), contentType: z.string(), content: z.base64() }),
);

export type OutboxEntry = { id: string; to: string; from: string; subject: string; sentAt: string };
export type OutboxAttachment = z.infer<typeof attachmentsSchema>[number];
export type OutboxMessage = OutboxEntry & { html: string; text: string; attachments: OutboxAttachment[] };

const mostShown = 100;
const columns = { id: true, recipient: true, sender: true, subject: true, sentAt: true } as const;
const wholeColumns = { ...columns, html: true, text: true, attachments: true } as const;

/** The sandbox's e-mail, newest first and a hundred at most; `to` narrows it to one address. */
export async function listOutbox(input: { to?: string }): Promise<OutboxEntry[]> {
  const rows = await withPlatform(({ db }) =>
    db.sandboxMail.findMany({ where: toAddress(input), select: columns, ...newestFirst }),
  );
  return rows.map(toEntry);
}

/** As `listOutbox`, with each message whole: for programs. */
export async function readOutbox(input: { to?: string }): Promise<OutboxMessage[]> {
  const rows = await withPlatform(({ db }) =>
    db.sandboxMail.findMany({ where: toAddress(input), select: wholeColumns, ...newestFirst }),
  );
  return rows.map(toMessage);
}

/** One message of the sandbox; null when there is none of that id. */
export async function readOutboxMessage(id: string): Promise<OutboxMessage | null> {
  if (!isUuid(id)) return null;
  const row = await withPlatform(({ db }) =>
    db.sandboxMail.findFirst({ where: { id }, select: wholeColumns }),
  );
  return row && toMessage(row);
}

const newestFirst = { orderBy: [{ sentAt: "desc" as const }, { id: "desc" as const }], take: mostShown };

function toAddress({ to }: { to?: string }) {
  return to ? { recipient: { equals: to, mode: "insensitive" as const } } : {};
}

type EntryRow = { id: string; recipient: string; sender: string; subject: string; sentAt: Date };
type MessageRow = EntryRow & { html: string; text: string; attachments: unknown };

function toEntry({ id, recipient, sender, subject, sentAt }: EntryRow): OutboxEntry {
  return { id, to: recipient, from: sender, subject, sentAt: sentAt.toISOString() };
}

function toMessage(row: MessageRow): OutboxMessage {
  const { html, text } = row;
  return { ...toEntry(row), html, text, attachments: attachmentsSchema.parse(row.attachments) };
}
