import { answerBilling } from "#delivery/inbound-webhooks/answer-billing.ts";

export async function POST(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const { provider } = await params;
  return answerBilling(request, provider);
}
