import { answerAsk } from "#delivery/domains/answer-ask.ts";

export function GET(request: Request): Promise<Response> {
  return answerAsk(request);
}
