import type { TenantContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { saveWeeklyHours } from "#modules/availability/save-weekly-hours.ts";
import { saveService } from "#modules/catalog/save-service.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import { saveStaff } from "#modules/staff/save-staff.ts";
import { createBusiness } from "#modules/tenants/create-business.ts";
import { saveLocation } from "#modules/tenants/save-location.ts";
import { saveQuestion } from "#modules/tenants/save-question.ts";
import { updateBusiness } from "#modules/tenants/update-business.ts";
import { priceInCurrency } from "./rules/price-in-currency.ts";
import { onboardingSteps } from "./rules/steps.ts";
import { type Template, templates } from "./rules/templates.ts";
import { weekOf } from "./rules/week-of.ts";
import type { StartBusinessInput, StartedBusiness } from "./schema.ts";

/** The plan that a business which signs up by itself tries (A2). */
const trialPlan = "standalone-professional";
const dayMs = 86_400_000;

/** More than anybody runs, fewer than a program would make. */
const mostOwned = 20;

/** Who starts it: name and e-mail become the first staff member's. */
export type Founder = { userId: string; name: string; email: string; isPlatformAdmin: boolean };

type Outcome = Result<StartedBusiness, "inUse" | "invalid" | "forbidden">;

/**
 * Makes a business that can be booked at once (A2, A10), in the transaction of a tenant id that is new, as its owner:
 * profile, location, hours, services, policies and questions of the trade's template, the founder as its owner and
 * first staff member, and a trial of the plan. All of it or nothing.
 */
export async function startBusiness(
  ctx: TenantContext,
  { founder, ...input }: StartBusinessInput & { founder: Founder },
): Promise<Outcome> {
  if (env.SIGN_UP === "closed" && !founder.isPlatformAdmin) {
    return refuse("forbidden", "Whoever runs this installation adds new businesses. Ask there.");
  }
  const tooMany = await refuseTooMany(ctx, founder.userId);
  if (tooMany) return tooMany;
  const template = templates[input.trade];
  const { trade: kind, country, ...profile } = input;
  const created = await createBusiness(ctx, {
    ...profile,
    kind,
    mode: "standalone",
    email: founder.email,
    ownerUserId: founder.userId,
    onboardingStep: onboardingSteps[0],
  });
  if (!created.ok) return created;
  const { locationId, slug } = created.value;
  await startTrial(ctx);
  if (country) must(await saveLocation(ctx, { id: locationId, name: input.name, country }));
  const { cancellationWindowMin, noticeMin, policyText } = template;
  must(await updateBusiness(ctx, { cancellationWindowMin, noticeMin, policyText }));
  must(await saveWeeklyHours(ctx, { locationId, week: weekOf(template.hours) }));
  await furnish(ctx, { template, founder, currency: input.currency });
  return ok({ tenantId: ctx.tenantId, slug });
}

/** Services, the founder who performs them, and questions. */
async function furnish(
  ctx: TenantContext,
  { template, founder, currency }: { template: Template; founder: Founder; currency: string },
): Promise<void> {
  const serviceIds: string[] = [];
  for (const { price, ...service } of template.services) {
    const priceMinor = priceInCurrency(price, currency);
    const { bufferAfterMin } = template;
    serviceIds.push(must(await saveService(ctx, { ...service, priceMinor, bufferAfterMin })).id);
  }
  const { name, email, userId } = founder;
  const { id: staffId } = must(await saveStaff(ctx, { name, email, title: template.title, serviceIds }));
  await ctx.db.membership.updateMany({ where: { userId }, data: { staffId } });
  for (const question of template.questions) must(await saveQuestion(ctx, question));
}

async function startTrial(ctx: TenantContext): Promise<void> {
  const plan = (await listPlans(ctx)).find(({ id }) => id === trialPlan);
  const trialEndsAt = new Date(ctx.clock.now() + (plan?.trialDays ?? 0) * dayMs);
  must(await assignPlan(ctx, { planId: trialPlan, billedBy: "platform", status: "trialing", trialEndsAt }));
}

async function refuseTooMany(ctx: TenantContext, userId: string): Promise<Refused<"invalid"> | null> {
  const [row] = await ctx.sql<{ owned: number }>(
    "SELECT count(*)::int AS owned FROM businesses_of($1) WHERE role = 'owner'",
    [userId],
    "businesses_owned",
  );
  if ((row?.owned ?? 0) < mostOwned) return null;
  return refuse("invalid", `One login can own ${mostOwned} businesses. Ask us when you need more.`);
}

/** What a template suggests is always allowed: a refusal is a mistake of ours. */
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`A new business could not be furnished: ${result.message}`);
  return result.value;
}
