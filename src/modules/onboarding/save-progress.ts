import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { SaveProgressInput } from "./schema.ts";

/** Remembers where the wizard goes on (A10); null when it is done or was put away, which the trail says. */
export async function saveProgress(
  ctx: TenantContext,
  { step }: SaveProgressInput,
): Promise<Result<SaveProgressInput, "forbidden">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const before = await ctx.db.tenant.findFirst({ select: { onboardingStep: true } });
  await ctx.db.tenant.updateMany({ data: { onboardingStep: step } });
  if (step === null && before?.onboardingStep) {
    await appendEvent(ctx, {
      type: "business.set_up",
      subjectType: "business",
      subjectId: ctx.tenantId,
    });
  }
  return ok({ step });
}
