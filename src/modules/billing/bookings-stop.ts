import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";

/** Customers can book no more until it is paid; what is booked stays, and nothing is deleted (A2). */
export async function stopBookings(ctx: TenantContext): Promise<void> {
  const { count } = await ctx.db.tenant.updateMany({
    where: { status: "active" },
    data: { status: "suspended", suspendedBy: "billing" },
  });
  if (count > 0) await tell(ctx, "business.suspended");
}

/** Takes that back, unless whoever runs the platform has suspended the business. */
export async function letBookingsGoOn(ctx: TenantContext): Promise<void> {
  const { count } = await ctx.db.tenant.updateMany({
    where: { status: "suspended", suspendedBy: "billing" },
    data: { status: "active", suspendedBy: null },
  });
  if (count > 0) await tell(ctx, "business.restored");
}

async function tell(ctx: TenantContext, type: string): Promise<void> {
  await appendEvent(ctx, {
    type,
    subjectType: "business",
    subjectId: ctx.tenantId,
    payload: { by: "billing" },
  });
}
