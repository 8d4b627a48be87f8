import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { readBookingAddress } from "#modules/tenants/booking-address.ts";
import { findOwnBusiness, refuseUnknown } from "./own-business.ts";
import { findPrimaryLocation } from "./primary-location.ts";
import { siteHostView } from "./rules/site-host-view.ts";
import type { BuilderBusiness, SiteHostView } from "./schema.ts";

/** A business as its builder sees it: what the builder set, and what is missing until its hosts are served (K4). */
export async function readBuilderBusiness(ctx: TenantContext): Promise<Result<BuilderBusiness, "notFound">> {
  const business = await findOwnBusiness(ctx);
  if (!business) return refuseUnknown();
  const { builderReference, createdAt, ...profile } = business;
  const { id: _id, name: _name, ...address } = await findPrimaryLocation(ctx);
  const plan = await ctx.db.subscription.findFirst({ select: { planId: true, status: true } });
  return ok({
    reference: builderReference ?? "",
    ...profile,
    address,
    bookingUrl: await readBookingAddress(ctx),
    plan: plan && { id: plan.planId, status: plan.status },
    siteHosts: await listSiteHosts(ctx),
    users: await listUsers(ctx),
    createdAt: createdAt.toISOString(),
  });
}

async function listSiteHosts(ctx: TenantContext): Promise<SiteHostView[]> {
  const domains = await ctx.db.domain.findMany({
    where: { kind: "site" },
    orderBy: { host: "asc" },
    select: { host: true, status: true, token: true },
  });
  return domains.map(siteHostView);
}

async function listUsers(ctx: TenantContext): Promise<{ email: string; role: string }[]> {
  const memberships = await ctx.db.membership.findMany({
    orderBy: { createdAt: "asc" },
    select: { role: true, user: { select: { email: true } } },
  });
  // Not their names: they are the logins' own, and a builder may add any address.
  return memberships.map(({ role, user }) => ({ email: user.email, role }));
}
