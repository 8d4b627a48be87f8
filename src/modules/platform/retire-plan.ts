import { appendPlatformEvent } from "#database/platform-events.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminContext } from "./platform-context.ts";
import type { RetirePlanInput } from "./schema.ts";

/** Stops offering a plan, or offers it again (A6); businesses that have it keep it. */
export async function retirePlan(
  ctx: AdminContext,
  { id, retired }: RetirePlanInput,
): Promise<Result<{ retired: boolean }, "notFound" | "wrongState">> {
  const { count } = await ctx.db.plan.updateMany({
    where: { id, retiredAt: retired ? null : { not: null } },
    data: { retiredAt: retired ? new Date(ctx.clock.now()) : null },
  });
  if (count === 0) {
    const plan = await ctx.db.plan.findFirst({ where: { id }, select: { id: true } });
    if (!plan) return refuse("notFound", "There is no such plan.");
    return refuse("wrongState", retired ? "This plan is retired already." : "This plan is offered already.");
  }
  const type = retired ? "plan.retired" : "plan.offered";
  await appendPlatformEvent(ctx, ctx.actor, { type, subjectType: "plan", subjectId: id });
  return ok({ retired });
}
