import { answerAttachment } from "#delivery/outbox/outbox-handlers.ts";

type Context = { params: Promise<{ id: string; index: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, index } = await params;
  return answerAttachment(id, index);
}
