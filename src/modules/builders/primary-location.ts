import type { TenantContext } from "#database/tenant-context.ts";

/** Where the business receives its customers, as its builder knows it. Every business has a primary location. */
export async function findPrimaryLocation(ctx: TenantContext) {
  const location = await ctx.db.location.findFirst({
    where: { isPrimary: true, archivedAt: null },
    select: {
      id: true,
      name: true,
      addressLine1: true,
      addressLine2: true,
      city: true,
      region: true,
      postalCode: true,
      country: true,
    },
  });
  if (!location) throw new Error(`The business ${ctx.tenantId} has no primary location`);
  return location;
}
