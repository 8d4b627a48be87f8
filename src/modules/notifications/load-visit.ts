import type { TenantContext } from "#database/tenant-context.ts";
import { readPageLook } from "#modules/branding/read-page-look.ts";
import { readBookingAddress } from "#modules/tenants/booking-address.ts";
import { addressLines } from "./rules/visit-words.ts";
import type { Visit } from "./templates/visit.ts";

const appointmentColumns = {
  id: true,
  version: true,
  status: true,
  code: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  customerTimeZone: true,
  priceMinor: true,
  currency: true,
  notes: true,
  seats: true,
  cancelReason: true,
  cancelledBy: true,
  conflict: true,
  service: { select: { name: true } },
  staff: { select: { name: true } },
  customer: { select: { name: true, email: true, phone: true } },
  location: {
    select: {
      name: true,
      addressLine1: true,
      addressLine2: true,
      postalCode: true,
      city: true,
      region: true,
      country: true,
      phone: true,
    },
  },
} as const;

const businessColumns = {
  name: true,
  email: true,
  phone: true,
  locale: true,
  cancellationWindowMin: true,
} as const;

/** Loads what messages mention of an appointment, as it is now; null when it is gone. */
export async function loadVisit(ctx: TenantContext, appointmentId: string): Promise<Visit | null> {
  const appointment = await ctx.db.appointment.findFirst({
    where: { id: appointmentId },
    select: appointmentColumns,
  });
  const business = await ctx.db.tenant.findFirst({ where: {}, select: businessColumns });
  const look = await readPageLook(ctx);
  if (!appointment || !business || !look.ok) return null;
  const { accentColor, hidesMaker } = look.value;
  const { id, service, staff, location, startsAt, endsAt, seats, ...rest } = appointment;
  return {
    ...rest,
    appointmentId: id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    previousStart: null,
    service: seats > 1 ? `${service.name} (${seats} seats)` : service.name,
    staff: staff.name,
    location: { name: location.name, addressLines: addressLines(location), phone: location.phone },
    business: { ...business, accentColor, hidesMaker, bookingAddress: await readBookingAddress(ctx) },
  };
}
