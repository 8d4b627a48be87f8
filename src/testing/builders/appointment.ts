import { newId } from "#kernel/ids.ts";
import { formatClock } from "#kernel/time/format-time.ts";
import { wallTimeOf } from "#kernel/time/wall-time.ts";
import { aCustomer } from "./customer.ts";
import type { Shop } from "./shop.ts";

/** `start` is an ISO instant; service, staff and location are the shop's first, the customer a new one. */
export type AppointmentOverrides = {
  start: string;
  durationMin?: number;
  status?: "pending" | "confirmed" | "completed" | "cancelled" | "no_show";
  serviceId?: string;
  staffId?: string;
  locationId?: string;
  customerId?: string;
};

export type BuiltAppointment = {
  id: string;
  code: string;
  start: string;
  end: string;
  staffId: string;
  customerId: string;
};

/**
 * An appointment as if it had been booked, with its claim unless it is cancelled; no rule is asked. Throws when the
 * time is taken.
 */
export async function anAppointment(shop: Shop, overrides: AppointmentOverrides): Promise<BuiltAppointment> {
  const { start, status = "confirmed", durationMin = shop.service.durationMin } = overrides;
  const id = newId();
  const startsAt = new Date(start);
  const endsAt = new Date(startsAt.getTime() + durationMin * 60_000);
  const staffId = overrides.staffId ?? shop.staff[0].id;
  const customerId = overrides.customerId ?? (await aCustomer(shop)).id;
  const wall = wallTimeOf(startsAt.getTime() / 60_000, shop.location.timeZone);
  const appointment = {
    id,
    code: id.replaceAll("-", "").slice(0, 8).toUpperCase(),
    status,
    source: "page",
    serviceId: overrides.serviceId ?? shop.service.id,
    staffId,
    locationId: overrides.locationId ?? shop.location.id,
    customerId,
    startsAt,
    endsAt,
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    timeZone: shop.location.timeZone,
    wallStart: `${wall.date}T${formatClock(wall.minute)}`,
    priceMinor: shop.service.priceMinor,
    currency: shop.currency,
    ...(status === "cancelled" ? { cancelledAt: startsAt, cancelledBy: "customer" } : {}),
  };
  await shop.run(async (ctx) => {
    await ctx.db.appointment.create({
      data: { ...appointment, tenantId: ctx.tenantId },
      select: { id: true },
    });
    if (status === "cancelled") return;
    const [claim] = await ctx.sql<{ won: boolean }>(
      "SELECT claim_time($1, 'appointment', $2, NULL, $3, ARRAY[$4::uuid], $5, $6) AS won",
      [ctx.tenantId, id, appointment.locationId, staffId, startsAt, endsAt],
    );
    if (!claim?.won) throw new Error(`${start} is taken already`);
  });
  return {
    id,
    code: appointment.code,
    start,
    end: endsAt.toISOString().replace(".000Z", "Z"),
    staffId,
    customerId,
  };
}
