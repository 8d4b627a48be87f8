import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { ListQuestionsOutput, ReorderQuestionsInput } from "./faq-schema.ts";
import { listQuestions } from "./list-questions.ts";

/** Puts the questions in the order in which customers should read them (B6). */
export async function reorderQuestions(
  ctx: TenantContext,
  { ids }: ReorderQuestionsInput,
): Promise<Result<ListQuestionsOutput, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const known = await ctx.db.faq.findMany({ select: { id: true } });
  const names = new Set(known.map((row) => row.id));
  if (ids.length !== names.size || !ids.every((id) => names.has(id))) {
    return refuse("notFound", "The questions have changed meanwhile. Look at them again.");
  }
  for (const [position, id] of ids.entries())
    await ctx.db.faq.updateMany({ where: { id }, data: { position } });
  await appendEvent(ctx, {
    type: "question.reordered",
    subjectType: "question",
    subjectId: ctx.tenantId,
    payload: { count: ids.length },
  });
  return listQuestions(ctx);
}
