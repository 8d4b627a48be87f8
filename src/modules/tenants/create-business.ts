import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { freeBusinessSlug, mayHaveSlug } from "./free-business-slug.ts";
import type { CreateBusinessInput } from "./schema.ts";

export type CreatedBusiness = { tenantId: string; slug: string; locationId: string };

/**
 * Makes a business in the transaction of a tenant id that is new (`tenantIdFrom(newId())`): its profile, its first
 * location and its owner (A1, A2). It has no plan yet: `assignPlan` gives it one.
 */
export async function createBusiness(
  ctx: TenantContext,
  input: CreateBusinessInput,
): Promise<Result<CreatedBusiness, "inUse">> {
  const { slug: wanted, ownerUserId, locationName, ...profile } = input;
  if (wanted && !(await mayHaveSlug(ctx, wanted))) {
    return refuse("inUse", "This address is taken. Choose another one.", { field: "slug" });
  }
  const slug = wanted ?? (await freeBusinessSlug(ctx, input.name));
  await ctx.db.tenant.create({ data: { id: ctx.tenantId, slug, ...profile }, select: { id: true } });
  const locationId = newId();
  const { timeZone } = profile;
  const location = { tenantId: ctx.tenantId, id: locationId, name: locationName ?? input.name, timeZone };
  await ctx.db.location.create({ data: { ...location, isPrimary: true }, select: { id: true } });
  if (ownerUserId) {
    const membership = { tenantId: ctx.tenantId, id: newId(), userId: ownerUserId, role: "owner" };
    await ctx.db.membership.create({ data: membership, select: { id: true } });
  }
  await appendEvent(ctx, {
    type: "business.created",
    subjectType: "business",
    subjectId: ctx.tenantId,
    payload: { name: input.name, slug, mode: input.mode },
  });
  return ok({ tenantId: ctx.tenantId, slug, locationId });
}
