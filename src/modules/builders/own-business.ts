import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";

/**
 * The profile of the business, if it is the asking builder's. The scope was found by the builder's own reference; this
 * holds although somebody calls a verb in another one.
 */
export function findOwnBusiness(ctx: TenantContext) {
  const builderId = ctx.actor.kind === "siteBuilder" ? ctx.actor.builderId : null;
  if (!builderId) return Promise.resolve(null);
  return ctx.db.tenant.findFirst({
    where: { builderId, status: { not: "deleted" } },
    select: {
      id: true,
      slug: true,
      mode: true,
      status: true,
      suspendedBy: true,
      name: true,
      kind: true,
      email: true,
      phone: true,
      website: true,
      timeZone: true,
      currency: true,
      locale: true,
      builderReference: true,
      createdAt: true,
    },
  });
}

export type OwnBusiness = NonNullable<Awaited<ReturnType<typeof findOwnBusiness>>>;

/** Null when the business is the asking builder's, else the refusal for a verb to return. */
export async function refuseStrangeBuilder(ctx: TenantContext): Promise<Refused<"notFound"> | null> {
  return (await findOwnBusiness(ctx)) ? null : refuseUnknown();
}

/**
 * Null when a builder has a say in the business, else the refusal for a verb to return. Once its owner has chosen to stand
 * alone (A3), whoever made it can look, and take back what was its own, and no more.
 */
export async function refuseWithoutSay(
  ctx: TenantContext,
): Promise<Refused<"notFound" | "wrongState"> | null> {
  const business = await findOwnBusiness(ctx);
  if (!business) return refuseUnknown();
  return business.mode === "standalone" ? refuseLeft() : null;
}

/** The business is the builder's by its reference alone. */
export function refuseLeft(): Refused<"wrongState"> {
  return refuse("wrongState", "This business has left you and stands alone. Its owner can come back.");
}

export function refuseUnknown(): Refused<"notFound"> {
  return refuse("notFound", "You have no business with this reference.");
}
