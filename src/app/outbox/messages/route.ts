import { answerMessages } from "#delivery/outbox/outbox-handlers.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answerMessages(request);
}
