import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { ListQuestionsOutput } from "./faq-schema.ts";

/** What customers ask, with the answers, in the business's order (B6): public, as the landing page is. */
export async function listQuestions(ctx: TenantContext): Promise<Result<ListQuestionsOutput, never>> {
  const questions = await ctx.db.faq.findMany({
    select: { id: true, question: true, answer: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return ok({ questions });
}
