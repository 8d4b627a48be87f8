import { isMailSandboxed } from "#compose.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { env } from "#env.ts";
import { listOutbox, readOutbox, readOutboxMessage } from "#modules/notifications/read-outbox.ts";
import { linksOf, outboxListPage, outboxMessagePage } from "./outbox-pages.ts";

/**
 * Whoever can open the outbox can use every link in it, so it exists for trying the product out only: in development
 * and in demo mode, while no mail provider is configured.
 */
export function isOutboxOpen(): boolean {
  return isMailSandboxed && (env.DEMO || env.NODE_ENV === "development");
}

/** GET /outbox: the list, narrowed by `?to=`. */
export async function answerList(request: Request): Promise<Response> {
  if (!isOutboxOpen()) return notFound();
  const to = recipientOf(request);
  return page(outboxListPage(await listOutbox({ to }), { to, nonce: nonceOf(request) }));
}

/** GET /outbox/messages: the same for programs, as JSON, with each message's links. */
export async function answerMessages(request: Request): Promise<Response> {
  if (!isOutboxOpen()) return notFound();
  const messages = await readOutbox({ to: recipientOf(request) });
  const body = { messages: messages.map((message) => ({ ...message, links: linksOf(message.text) })) };
  return Response.json(body, { headers: { "Cache-Control": "no-store" } });
}

/** GET /outbox/<id>: one message. */
export async function answerMessage(request: Request, id: string): Promise<Response> {
  const message = isOutboxOpen() ? await readOutboxMessage(id) : null;
  return message ? page(outboxMessagePage(message, { nonce: nonceOf(request) })) : notFound();
}

/** GET /outbox/<id>/attachments/<index>: one of its files. */
export async function answerAttachment(id: string, index: string): Promise<Response> {
  const message = isOutboxOpen() ? await readOutboxMessage(id) : null;
  const file = message?.attachments[Number(index)];
  if (!file) return notFound();
  return new Response(Buffer.from(file.content, "base64"), {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

function recipientOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("to")?.trim() || undefined;
}

function nonceOf(request: Request): string {
  return request.headers.get(internalHeaders.nonce) ?? "";
}

function page(html: string): Response {
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

function notFound(): Response {
  return new Response("There is nothing at this address.\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
