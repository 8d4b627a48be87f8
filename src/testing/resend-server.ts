import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What Resend accepts of an e-mail (its API reference): a field that is not here is a mistake. */
const requestSchema = z.strictObject({
  from: z.string().regex(/^[^<>]+<[^<>\s@]+@[^<>\s@]+>$/),
  to: z.union([z.email(), z.array(z.email()).min(1).max(50)]),
  subject: z.string().min(1),
  html: z.string(),
  text: z.string(),
  reply_to: z.email().optional(),
  attachments: z
    .array(z.strictObject({ filename: z.string(), content: z.base64(), content_type: z.string() }))
    .optional(),
});

export type ResendRequest = z.infer<typeof requestSchema>;

export type ResendServer = {
  /** For RESEND_BASE_URL. */
  baseUrl: string;
  apiKey: string;
  /** What was accepted, each key once. */
  accepted: { key: string; request: ResendRequest }[];
  /** The next request is answered with this status and error name instead. */
  failNext(status: number, name: string): void;
  close(): Promise<void>;
};

type Answer = { status: number; body: object };

/** A local Resend: checks path, key, body and idempotency, and answers as the real one does. */
export async function startResendServer(): Promise<ResendServer> {
  const apiKey = "re_test_key";
  const bodies = new Map<string, { body: string; id: string }>();
  const accepted: ResendServer["accepted"] = [];
  const planned: Answer[] = [];

  const answer = (request: IncomingMessage, body: string): Answer => {
    const failure = planned.shift();
    if (failure) return failure;
    if (request.method !== "POST" || request.url !== "/emails") return error(404, "not_found");
    if (request.headers.authorization !== `Bearer ${apiKey}`) return error(401, "invalid_api_key");
    const key = request.headers["idempotency-key"];
    if (typeof key !== "string" || key.length > 256) return error(400, "invalid_idempotency_key");
    const parsed = requestSchema.safeParse(JSON.parse(body));
    if (!parsed.success) return error(422, "validation_error", z.prettifyError(parsed.error));
    const earlier = bodies.get(key);
    if (earlier && earlier.body !== body) return error(409, "invalid_idempotent_request");
    const id = earlier?.id ?? `email-${bodies.size + 1}`;
    if (!earlier) {
      bodies.set(key, { body, id });
      accepted.push({ key, request: parsed.data });
    }
    return { status: 200, body: { id } };
  };

  const server = createServer((request, response) => void respond(request, response, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey,
    accepted,
    failNext: (status, name) => void planned.push(error(status, name)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function error(statusCode: number, name: string, message = `Planned: ${name}`): Answer {
  return { status: statusCode, body: { statusCode, name, message } };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, body: string) => Answer,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { status, body } = answer(request, Buffer.concat(chunks).toString());
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
