import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";

/** What a booking of a service needs to know about it and about the business. */
export type BookingTerms = {
  serviceName: string;
  kind: "individual" | "class";
  durationMin: number;
  bufferBeforeMin: number;
  bufferAfterMin: number;
  priceKind: string;
  priceMinor: number;
  requiresApproval: boolean;
  currency: string;
  /** Whether limits or travel times bind the booking: rivals then have to queue (`queueForLimits`). */
  queued: boolean;
  /** Whether the plan allows so many bookings in a month (A6): whoever makes one then queues as well. */
  monthLimited: boolean;
  /** IANA zone by location id. */
  zoneOfLocation: Record<string, string>;
};

type Row = BookingTerms & { online: boolean; archived: boolean; status: string };

/**
 * Loads the terms, or refuses when the service cannot be booked by this actor at all. Who moves a visit books nothing: a
 * suspended business is no obstacle to that.
 */
export async function loadBookingTerms(
  ctx: TenantContext,
  serviceId: string,
  { moving = false } = {},
): Promise<Result<BookingTerms, "notFound" | "notOffered">> {
  const [row] = await ctx.sql<Row>(
    `SELECT s.name AS "serviceName", s.kind, s.duration_min AS "durationMin", s.buffer_before_min AS "bufferBeforeMin",
       s.buffer_after_min AS "bufferAfterMin", s.price_kind AS "priceKind", s.price_minor AS "priceMinor",
       s.requires_approval AS "requiresApproval", s.online, s.archived_at IS NOT NULL AS archived,
       t.currency, t.status,
       s.kind <> 'class' AND (s.max_per_day IS NOT NULL OR s.max_per_week IS NOT NULL
         OR EXISTS (SELECT FROM travel_time v WHERE v.tenant_id = $1)
         OR EXISTS (SELECT FROM staff_service x JOIN staff p ON p.tenant_id = $1 AND p.id = x.staff_id
           WHERE x.tenant_id = $1 AND x.service_id = $2 AND (p.max_per_day IS NOT NULL OR p.max_per_week IS NOT NULL))
       ) AS queued,
       EXISTS (SELECT FROM subscription u JOIN plan n ON n.id = u.plan_id AND n.max_bookings_per_month IS NOT NULL
         WHERE u.tenant_id = $1 AND u.status <> 'cancelled') AS "monthLimited",
       (SELECT json_object_agg(l.id, l.time_zone) FROM location l WHERE l.tenant_id = $1) AS "zoneOfLocation"
     FROM service s JOIN tenant t ON t.id = s.tenant_id
     WHERE s.tenant_id = $1 AND s.id = $2`,
    [ctx.tenantId, serviceId],
    "booking_terms",
  );
  const forMember = ctx.actor.kind === "member";
  if (!row || row.archived || !(row.online || forMember)) {
    return refuse("notFound", "This service is no longer offered.");
  }
  if (row.status !== "active" && !forMember && !moving) {
    return refuse("notOffered", "This business does not take bookings at the moment.");
  }
  return ok(row);
}

/** Only classes have seats; a visit is one, whoever comes along. */
export function refuseSeatsOfVisit(
  terms: BookingTerms,
  seats: number | undefined,
): Refused<"notOffered"> | null {
  if (terms.kind === "class" || (seats ?? 1) === 1) return null;
  return refuse("notOffered", "Seats are for classes only: book this service once for each person.");
}
