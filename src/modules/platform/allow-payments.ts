import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";
import { recordForBusiness } from "./record-for-business.ts";
import type { AllowPaymentsInput } from "./schema.ts";

/** Says whether a business may take payments from its customers (A8). Saying it again changes nothing. */
export async function allowPayments(
  ctx: AdminOfBusinessContext,
  { allowed }: AllowPaymentsInput,
): Promise<Result<{ allowed: boolean }, "notFound">> {
  const { count } = await ctx.db.tenant.updateMany({
    where: { paymentsAllowed: !allowed },
    data: { paymentsAllowed: allowed },
  });
  if (count > 0)
    await recordForBusiness(ctx, allowed ? "business.paymentsAllowed" : "business.paymentsStopped");
  else if (!(await ctx.db.tenant.findFirst({ select: { id: true } })))
    return refuse("notFound", "There is no such business.");
  return ok({ allowed });
}
