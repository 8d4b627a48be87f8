import type { z } from "zod";
import { billingName, connectBilling } from "#compose.ts";
import { type TenantContext, type TenantScope, withTenant } from "#database/tenant-context.ts";
import type { RefusalReason } from "#kernel/refusals.ts";
import type { Result } from "#kernel/result.ts";
import { changePlan } from "#modules/billing/change-plan.ts";
import { endSubscription } from "#modules/billing/end-subscription.ts";
import { openPortal } from "#modules/billing/open-portal.ts";
import type { Billing } from "#modules/billing/ports.ts";
import { readBilling } from "#modules/billing/read-billing.ts";
import { resumeSubscription } from "#modules/billing/resume-subscription.ts";
import { ChangePlanInput, EndSubscriptionInput, StartCheckoutInput } from "#modules/billing/schema.ts";
import { startCheckout } from "#modules/billing/start-checkout.ts";
import { memberProcedure, router, unwrap } from "../procedures.ts";

type Sold<Input, Output> = (
  scope: TenantScope,
  input: Input,
  billing: Billing | null,
) => Promise<Result<Output, RefusalReason>>;

/** A mutation of a verb that asks the provider between its transactions. */
function soldBy<Schema extends z.ZodType, Output>(input: Schema, verb: Sold<z.output<Schema>, Output>) {
  return memberProcedure
    .meta({ verb: verb.name })
    .input(input)
    .mutation(async ({ ctx: { member }, input: parsed }) =>
      unwrap(await verb(member, parsed as z.output<Schema>, await connectBilling())),
    );
}

export const billingRouter = router({
  read: memberProcedure
    .meta({ verb: readBilling.name })
    .query(async ({ ctx: { member } }) =>
      unwrap(await withTenant(member, (ctx: TenantContext) => readBilling(ctx, billingName))),
    ),
  startCheckout: soldBy(StartCheckoutInput, startCheckout),
  changePlan: soldBy(ChangePlanInput, changePlan),
  end: soldBy(EndSubscriptionInput, endSubscription),
  resume: soldBy(EndSubscriptionInput, resumeSubscription),
  openPortal: memberProcedure
    .meta({ verb: openPortal.name })
    .mutation(async ({ ctx: { member } }) => unwrap(await openPortal(member, await connectBilling()))),
});
