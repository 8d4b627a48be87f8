import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { Question, RemoveQuestionInput } from "./faq-schema.ts";

/** Takes a question off the page (B6); answers with its words, so that it can be put back. */
export async function removeQuestion(
  ctx: TenantContext,
  { id }: RemoveQuestionInput,
): Promise<Result<Question, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const row = await ctx.db.faq.findFirst({
    where: { id },
    select: { id: true, question: true, answer: true },
  });
  if (!row) return refuse("notFound", "This question is no longer there.");
  await ctx.db.faq.deleteMany({ where: { id } });
  await appendEvent(ctx, {
    type: "question.removed",
    subjectType: "question",
    subjectId: id,
    payload: { question: row.question },
  });
  return ok(row);
}
