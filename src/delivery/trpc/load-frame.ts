import { withTenant } from "#database/tenant-context.ts";
import type { Member } from "#delivery/sign-in/require-member.ts";
import { env } from "#env.ts";
import { hasRight, rights } from "#modules/accounts/rules/rights.ts";
import { readBookingAddress } from "#modules/tenants/booking-address.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";
import type { DashboardFrame } from "#ui/dashboard/data/frame-context.tsx";

/** What the dashboard's pages stand on, for its layout; null when the business is gone. */
export async function loadFrame(member: Member): Promise<DashboardFrame | null> {
  const { tenantId, actor, user, memberships } = member;
  const loaded = await withTenant({ tenantId, actor }, async (ctx) => {
    const business = await readBusiness(ctx);
    return business.ok ? { business: business.value, bookingUrl: await readBookingAddress(ctx) } : null;
  });
  if (!loaded) return null;
  const { business, bookingUrl } = loaded;
  return {
    member: {
      name: user.name,
      email: user.email,
      role: actor.role,
      staffId: actor.staffId ?? null,
      rights: rights.filter((right) => hasRight(actor, right)),
    },
    business,
    businesses: memberships.map(({ tenantId: id, businessName, slug }) => ({
      tenantId: id,
      name: businessName,
      slug,
    })),
    bookingUrl,
    testMode: !env.RESEND_API_KEY && !env.SMTP_URL,
  };
}
