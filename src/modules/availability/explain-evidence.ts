import type { Actor, TenantContext } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";
import type { HolidayCalendar } from "./holiday-rules.ts";
import { publicHolidays } from "./public-holidays.ts";
import type { Bookables } from "./rules/bookables.ts";
import { holidayKey } from "./rules/explain-closed.ts";
import type { ClaimFact } from "./rules/explain-reason.ts";
import type { RuleRow } from "./rules/rule-book.ts";
import type { Window } from "./rules/working-intervals.ts";

/** A claim as people know it: whose time it takes, where, and what is behind it. */
export type SubjectClaim = ClaimFact & { subjectId: string; locationId: string | null };

/** What a claim is for, and who may be told. */
export type Booked = { customer: string | null; service: string | null; staffId: string | null };

/** Whose time can be claimed in these bookables: the staff, and the units of resources. */
export function subjectsOf({ staff, resources }: Pick<Bookables, "staff" | "resources">): string[] {
  return [...staff.map(({ id }) => id), ...resources.flatMap(({ units }) => units.map(({ id }) => id))];
}

type ClaimRow = Booked & {
  subjectId: string;
  kind: ClaimFact["kind"];
  id: string;
  locationId: string | null;
  start: number;
  end: number;
  visitStart: number;
  visitEnd: number;
};

const minutes = (column: string, rounded: "floor" | "ceil" = "floor") =>
  `${rounded}(date_part('epoch', ${column}) / 60)::int`;

const selectClaims = `
  SELECT o.subject_id AS "subjectId", o.kind, coalesce(o.appointment_id, o.session_id, o.hold_id, o.id) AS id,
    o.location_id AS "locationId", ${minutes("o.starts_at")} AS start, ${minutes("o.ends_at", "ceil")} AS "end",
    ${minutes("coalesce(a.starts_at, n.starts_at, h.starts_at, o.starts_at)")} AS "visitStart",
    ${minutes("coalesce(a.ends_at, n.ends_at, h.ends_at, o.ends_at)", "ceil")} AS "visitEnd",
    c.name AS customer, s.name AS service, coalesce(a.staff_id, n.staff_id, h.staff_id) AS "staffId"
  FROM occupancy o
  LEFT JOIN appointment a ON a.tenant_id = $1 AND a.id = o.appointment_id
  LEFT JOIN customer c ON c.tenant_id = $1 AND c.id = a.customer_id
  LEFT JOIN class_session n ON n.tenant_id = $1 AND n.id = o.session_id
  LEFT JOIN hold h ON h.tenant_id = $1 AND h.id = o.hold_id
  LEFT JOIN service s ON s.tenant_id = $1 AND s.id = coalesce(a.service_id, n.service_id)
  WHERE o.tenant_id = $1 AND o.subject_id = ANY ($2::uuid[]) AND o.ends_at > $3 AND o.starts_at < $4
    AND NOT (o.kind = 'hold' AND o.expires_at <= clock_timestamp())
  ORDER BY o.starts_at`;

/** What is behind the claims that stand now, around a window. */
export async function claimsOfNow(
  ctx: TenantContext,
  subjectIds: readonly string[],
  around: Window,
): Promise<SubjectClaim[]> {
  const rows = await ctx.sql<ClaimRow>(selectClaims, [
    ctx.tenantId,
    subjectIds,
    formatInstant(around.from),
    formatInstant(around.until),
  ]);
  return rows.map(({ customer, service, staffId, ...claim }) => ({
    ...claim,
    who: whoOf(ctx.actor, { customer, service, staffId }),
  }));
}

/** "Ana Lopez (Haircut)", or null where the reader sees only their own calendar and this is somebody else's. */
export function whoOf(actor: Actor, { customer, service, staffId }: Booked): string | null {
  const ownStaffId = actor.kind === "member" ? actor.staffId : undefined;
  if (seesOnlyOwnCalendar(actor) && staffId !== ownStaffId) return null;
  if (!customer) return service ? `the class ${service}` : null;
  return service ? `${customer} (${service})` : customer;
}

export function bySubject(claims: readonly SubjectClaim[]): ReadonlyMap<string, readonly ClaimFact[]> {
  return Map.groupBy(claims, ({ subjectId }) => subjectId);
}

/** What the team calls rules: the reasons of days off and special hours by id, public holidays by place and date. */
export async function ruleNamesFor(
  ctx: TenantContext,
  rows: readonly RuleRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.filter(({ kind }) => kind === "override" || kind === "time_off").map(({ id }) => id);
  const stored = await ctx.sql<{ id: string; reason: string }>(
    "SELECT id, reason FROM availability_rule WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND reason IS NOT NULL",
    [ctx.tenantId, ids.filter((id) => id !== undefined)],
  );
  const holidays = rows.filter(({ kind }) => kind === "holiday");
  return new Map([
    ...stored.map(({ id, reason }): [string, string] => [id, reason]),
    ...(holidays.length > 0 ? await holidayNames(ctx, holidays) : []),
  ]);
}

async function holidayNames(ctx: TenantContext, rows: readonly RuleRow[]): Promise<[string, string][]> {
  const calendars = await ctx.sql<HolidayCalendar>(
    `SELECT location_id AS "locationId", country, region, worked FROM holiday_calendar WHERE tenant_id = $1`,
    [ctx.tenantId],
  );
  const named = rows.map(async (row): Promise<[string, string][]> => {
    const calendar =
      calendars.find(({ locationId }) => locationId === row.locationId) ??
      calendars.find(({ locationId }) => locationId === null);
    const date = formatInstant((row.firstDay ?? 0) * 1440).slice(0, 10);
    const known = calendar ? await publicHolidays(calendar, [Number(date.slice(0, 4))]) : [];
    const name = known.find((holiday) => holiday.date === date)?.name;
    return name ? [[holidayKey(row), name]] : [];
  });
  return (await Promise.all(named)).flat();
}
