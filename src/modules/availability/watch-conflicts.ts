import type { TenantContext } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { type BusinessHours, loadRuleBook } from "./load-rule-book.ts";
import { type BookedVisit, isOutside } from "./rules/booked-outside.ts";
import type { Scope } from "./rules/rule-book.ts";
import type { DayRange } from "./rules/schedules.ts";
import type { Conflicts } from "./schedule-schema.ts";

/** Visits that are looked at, and conflicts that are named, at most. */
const mostVisits = 5000;
const mostNamed = 5;

const none: Conflicts = { count: 0, first: [] };

type VisitRow = {
  id: string;
  staffId: string;
  locationId: string;
  serviceId: string;
  resourceIds: string[] | null;
  wallStart: string;
  minutes: number;
  isClass: boolean;
};

/** What is booked from now on and a change of this scope's hours may concern. */
const bookedVisits = `
  SELECT a.id, a.staff_id AS "staffId", a.location_id AS "locationId", a.service_id AS "serviceId",
    a.wall_start AS "wallStart", ceil(date_part('epoch', a.ends_at - a.starts_at) / 60)::int AS minutes,
    a.session_id IS NOT NULL AS "isClass",
    CASE WHEN $6::uuid IS NOT NULL THEN ARRAY[$6::uuid] END AS "resourceIds"
  FROM appointment a
  WHERE a.tenant_id = $1 AND a.status IN ('pending', 'confirmed') AND a.starts_at > $2::timestamptz
    AND ($3::uuid IS NULL OR a.staff_id = $3) AND ($4::uuid IS NULL OR a.location_id = $4)
    AND ($5::uuid IS NULL OR a.service_id = $5)
    AND ($6::uuid IS NULL OR EXISTS (SELECT FROM occupancy o
      JOIN resource_unit u ON u.tenant_id = $1 AND u.id = o.subject_id
      WHERE o.tenant_id = $1 AND u.resource_id = $6
        AND (o.appointment_id = a.id OR o.session_id = a.session_id)))
  ORDER BY a.starts_at LIMIT ${mostVisits}`;

/**
 * Which booked visits lie outside of the hours after a change, and did not before it: asked before the change, and
 * answered after it, in one transaction. They stay booked; somebody may want to move them.
 */
export async function watchConflicts(
  ctx: TenantContext,
  scope: Scope,
): Promise<{ since: () => Promise<Conflicts> }> {
  const { staffId = null, locationId = null, serviceId = null, resourceId = null } = scope;
  const now = formatInstant(Math.floor(ctx.clock.now() / 60_000));
  const values = [ctx.tenantId, now, staffId, locationId, serviceId, resourceId];
  const visits = (await ctx.sql<VisitRow>(bookedVisits, values)).map(visitOf);
  if (visits.length === 0) return { since: async () => none };
  const days = daysOf(visits);
  const before = await loadRuleBook(ctx, days);
  const wasOutside = new Set(outside(visits, before).map(({ id }) => id));
  return {
    async since() {
      const after = await loadRuleBook(ctx, days);
      return named(
        ctx,
        outside(visits, after).filter(({ id }) => !wasOutside.has(id)),
      );
    },
  };
}

function visitOf({ wallStart, resourceIds, ...row }: VisitRow): BookedVisit {
  const start = Number(wallStart.slice(11, 13)) * 60 + Number(wallStart.slice(14, 16));
  return { ...row, day: parseLocalDate(wallStart.slice(0, 10)), start, resourceIds: resourceIds ?? [] };
}

function daysOf(visits: readonly BookedVisit[]): DayRange {
  const days = visits.map(({ day }) => day);
  return {
    first: days.reduce((a, b) => Math.min(a, b)) - 1,
    last: days.reduce((a, b) => Math.max(a, b)) + 1,
  };
}

function outside(visits: readonly BookedVisit[], { book, places }: BusinessHours): BookedVisit[] {
  return visits.filter((visit) => {
    const place = places.find(({ id }) => id === visit.locationId);
    return place !== undefined && isOutside(visit, book, place);
  });
}

async function named(ctx: TenantContext, visits: readonly BookedVisit[]): Promise<Conflicts> {
  if (visits.length === 0) return none;
  const rows = await ctx.db.appointment.findMany({
    where: { id: { in: visits.slice(0, mostNamed).map(({ id }) => id) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      startsAt: true,
      timeZone: true,
      customer: { select: { name: true } },
      staff: { select: { name: true } },
      service: { select: { name: true } },
    },
  });
  const first = rows.map(({ id, startsAt, timeZone, customer, staff, service }) => ({
    appointmentId: id,
    start: formatInstant(startsAt.getTime() / 60_000),
    timeZone,
    customerName: customer.name,
    staffName: staff.name,
    serviceName: service.name,
  }));
  return { count: visits.length, first };
}
