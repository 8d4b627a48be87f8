import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { Question, SaveQuestionInput } from "./faq-schema.ts";

/** So many are still read; the page of a business is not an encyclopaedia. */
const mostQuestions = 50;

/** Adds or changes a question that customers ask, with its answer (B6). */
export async function saveQuestion(
  ctx: TenantContext,
  input: SaveQuestionInput,
): Promise<Result<Question, "forbidden" | "notFound" | "invalid">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const { id: known, ...words } = input;
  const id = known ?? newId();
  if (known) {
    const { count } = await ctx.db.faq.updateMany({ where: { id }, data: words });
    if (count === 0) return refuse("notFound", "This question is no longer there.");
  } else {
    const last = await ctx.db.faq.aggregate({ _max: { position: true }, _count: true });
    if (last._count >= mostQuestions) return refuse("invalid", `Keep at most ${mostQuestions} questions.`);
    const position = (last._max.position ?? -1) + 1;
    const row = { ...words, tenantId: ctx.tenantId, id, position };
    await ctx.db.faq.create({ data: row, select: { id: true } });
  }
  await appendEvent(ctx, {
    type: known ? "question.changed" : "question.added",
    subjectType: "question",
    subjectId: id,
    payload: { question: words.question },
  });
  return ok({ id, ...words });
}
