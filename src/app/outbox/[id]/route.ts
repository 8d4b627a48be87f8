import { answerMessage } from "#delivery/outbox/outbox-handlers.ts";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return answerMessage(request, id);
}
