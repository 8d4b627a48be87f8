import type { TenantContext } from "#database/tenant-context.ts";
import { json } from "#delivery/rest/respond.ts";
import { ok, type Result } from "#kernel/result.ts";
import { assignBuilderPlan } from "#modules/builders/assign-builder-plan.ts";
import { listBuilderPlans } from "#modules/builders/list-builder-plans.ts";
import { readBuilderBusiness } from "#modules/builders/read-builder-business.ts";
import { restoreForBuilder } from "#modules/builders/restore-for-builder.ts";
import { suspendForBuilder } from "#modules/builders/suspend-for-builder.ts";
import { PlanBody } from "./inputs.ts";
import { businessJson, planJson } from "./outputs.ts";
import { bodyOf, type PlatformCall, writing } from "./platform-call.ts";

/** GET /plans: those that a builder can give. */
export async function getPlans(): Promise<Response> {
  return json(200, { plans: (await listBuilderPlans()).map(planJson) });
}

/** POST /businesses/:reference/plan */
export async function postPlan(call: PlatformCall): Promise<Response> {
  const body = bodyOf(call, PlanBody);
  if (!body.ok) return body.response;
  return change(call, (ctx) => assignBuilderPlan(ctx, { planId: body.value.plan }));
}

/** POST /businesses/:reference/suspend */
export async function postSuspend(call: PlatformCall): Promise<Response> {
  return change(call, suspendForBuilder);
}

/** POST /businesses/:reference/restore */
export async function postRestore(call: PlatformCall): Promise<Response> {
  return change(call, restoreForBuilder);
}

/** Changes how the business stands; the answer is the business as it is then. */
function change(call: PlatformCall, verb: (ctx: TenantContext) => Promise<Result<unknown>>) {
  return writing(call, async (ctx) => {
    const changed = await verb(ctx);
    if (!changed.ok) return changed;
    const business = await readBuilderBusiness(ctx);
    return business.ok ? ok({ status: 200, body: businessJson(business.value) }) : business;
  });
}
