import { withTenant } from "#database/tenant-context.ts";
import type { Member } from "#delivery/sign-in/require-member.ts";
import { env } from "#env.ts";
import { hasRight, rights } from "#modules/accounts/rules/rights.ts";
import { readBillingNotice } from "#modules/billing/read-billing.ts";
import { readBookingAddress } from "#modules/tenants/booking-address.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";
import type { DashboardFrame } from "#ui/dashboard/data/frame-context.tsx";

/** What the dashboard's pages stand on, for its layout; null when the business is gone. */
export async function loadFrame(member: Member): Promise<DashboardFrame | null> {
  const { tenantId, actor, user, memberships, isPlatformAdmin, isFromSite, acting } = member;
  const loaded = await withTenant({ tenantId, actor }, async (ctx) => {
    const business = await readBusiness(ctx);
    if (!business.ok) return null;
    const bookingUrl = await readBookingAddress(ctx);
    return { business: business.value, bookingUrl, billingNotice: await readBillingNotice(ctx) };
  });
  if (!loaded) return null;
  const { business, bookingUrl, billingNotice } = loaded;
  return {
    member: {
      name: user.name,
      email: user.email,
      role: actor.role,
      staffId: actor.staffId ?? null,
      fromSite: isFromSite,
      rights: rights.filter((right) => hasRight(actor, right)),
    },
    business,
    businesses: memberships.map(({ tenantId: id, businessName, slug }) => ({
      tenantId: id,
      name: businessName,
      slug,
    })),
    bookingUrl,
    billingNotice,
    platform: { isAdmin: isPlatformAdmin, actingUntil: acting?.until ?? null },
    testMode: !env.RESEND_API_KEY && !env.SMTP_URL,
  };
}
