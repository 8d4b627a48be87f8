import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { locationFields, locationOrder, toLocation } from "./rules/location-fields.ts";
import { ReadBusinessOutput } from "./schema.ts";

/** The public profile of the business and where it receives customers (A11). */
export async function readBusiness(ctx: TenantContext): Promise<Result<ReadBusinessOutput, "notFound">> {
  const tenant = await ctx.db.tenant.findFirst({
    select: {
      id: true,
      slug: true,
      mode: true,
      status: true,
      name: true,
      kind: true,
      tagline: true,
      description: true,
      email: true,
      phone: true,
      website: true,
      timeZone: true,
      currency: true,
      locale: true,
      accentColor: true,
      logoUrl: true,
      photoUrl: true,
      cancellationWindowMin: true,
      policyText: true,
      noticeMin: true,
      horizonDays: true,
      photoUrls: true,
      privacyText: true,
      termsText: true,
      onboardingStep: true,
    },
  });
  if (!tenant || tenant.status === "deleted") return refuse("notFound", "This business is no longer here.");
  const locations = await ctx.db.location.findMany({
    where: { archivedAt: null },
    select: locationFields,
    orderBy: [...locationOrder],
  });
  return ok(ReadBusinessOutput.parse({ ...tenant, locations: locations.map(toLocation) }));
}
