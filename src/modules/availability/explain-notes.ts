import type { TenantContext } from "#database/tenant-context.ts";
import { formatDayTime } from "#kernel/time/format-time.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { type Booked, whoOf } from "./explain-evidence.ts";
import type { PastVisit } from "./explain-past.ts";
import type { Bookables } from "./rules/bookables.ts";

export type NotesAbout = {
  bookables: Bookables;
  start: number;
  askedAt: string;
  timeZone: string;
  locale: string;
  visits: readonly PastVisit[];
};

/** What the reader of an answer about the past must know: what came later, and what of then is not kept. */
export async function notesOnThePast(ctx: TenantContext, about: NotesAbout): Promise<string[]> {
  const later = await bookedLater(ctx, about);
  const changed = await changedSettings(ctx, about);
  const { service } = about.bookables;
  const takesMore = service.staffNeeded > 1 || service.requirements.length > 0;
  const lost = about.visits.some(({ moved, cancelled }) => moved || cancelled);
  return [
    ...later,
    ...changed,
    ...(takesMore && lost
      ? ["Which room or colleagues a visit had before it was moved or cancelled is not kept."]
      : []),
    "Times that were being booked at that moment are not kept.",
  ];
}

type LaterRow = Booked & { startsAt: Date; createdAt: Date; staffName: string };

/** Visits that take the time today and were not booked then. */
async function bookedLater(ctx: TenantContext, { bookables, start, askedAt, ...words }: NotesAbout) {
  const { duration } = bookables.service.visit;
  const rows = await ctx.sql<LaterRow>(
    `SELECT a.starts_at AS "startsAt", a.created_at AS "createdAt", a.staff_id AS "staffId", p.name AS "staffName",
       c.name AS customer, s.name AS service
     FROM appointment a
     JOIN staff p ON p.tenant_id = $1 AND p.id = a.staff_id
     JOIN customer c ON c.tenant_id = $1 AND c.id = a.customer_id
     JOIN service s ON s.tenant_id = $1 AND s.id = a.service_id
     WHERE a.tenant_id = $1 AND a.staff_id = ANY ($2::uuid[]) AND a.created_at > $3 AND a.status <> 'cancelled'
       AND a.starts_at < $5 AND a.ends_at > $4
     ORDER BY a.starts_at LIMIT 10`,
    [
      ctx.tenantId,
      bookables.staff.map(({ id }) => id),
      askedAt,
      formatInstant(start),
      formatInstant(start + duration),
    ],
  );
  const when = (at: Date) => formatDayTime(at.toISOString(), words.timeZone, words.locale);
  return rows.map((row) => {
    const who = whoOf(ctx.actor, row) ?? "another booking";
    return `Booked later: ${who} with ${row.staffName}, ${when(row.startsAt)} (on ${when(row.createdAt)}).`;
  });
}

/** Settings that have changed since then: the answer uses today's. */
async function changedSettings(ctx: TenantContext, about: NotesAbout): Promise<string[]> {
  const { bookables, askedAt, timeZone, locale } = about;
  const rows = await ctx.sql<{ name: string; updatedAt: Date }>(
    `SELECT 'The business' AS name, t.updated_at AS "updatedAt" FROM tenant t WHERE t.id = $1 AND t.updated_at > $2
     UNION ALL SELECT s.name, s.updated_at FROM service s WHERE s.tenant_id = $1 AND s.id = $3 AND s.updated_at > $2
     UNION ALL SELECT p.name, p.updated_at FROM staff p
       WHERE p.tenant_id = $1 AND p.id = ANY ($4::uuid[]) AND p.updated_at > $2
     UNION ALL SELECT l.name, l.updated_at FROM location l
       WHERE l.tenant_id = $1 AND l.id = ANY ($5::uuid[]) AND l.updated_at > $2
     UNION ALL SELECT r.name, r.updated_at FROM resource r
       WHERE r.tenant_id = $1 AND r.id = ANY ($6::uuid[]) AND r.updated_at > $2
     UNION ALL SELECT 'The plan', u.updated_at FROM subscription u JOIN plan n ON n.id = u.plan_id
       WHERE u.tenant_id = $1 AND u.updated_at > $2 AND n.max_bookings_per_month IS NOT NULL
     UNION ALL SELECT 'The calendar of public holidays', h.updated_at FROM holiday_calendar h
       WHERE h.tenant_id = $1 AND h.updated_at > $2`,
    [
      ctx.tenantId,
      askedAt,
      bookables.service.id,
      bookables.staff.map(({ id }) => id),
      bookables.places.map(({ id }) => id),
      bookables.resources.map(({ id }) => id),
    ],
  );
  return rows.map(({ name, updatedAt }) => {
    const when = formatDayTime(updatedAt.toISOString(), timeZone, locale);
    return `${name} was changed on ${when}; its settings of today were used.`;
  });
}
