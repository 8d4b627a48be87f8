import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import type { RuleRow, Scope } from "./rules/rule-book.ts";

/** Whose schedule: null means the rule does not name one. */
export type StoredScope = { staffId: string | null; locationId: string | null; serviceId: null };

export function storedScope({ staffId, locationId }: Scope): StoredScope {
  return { staffId: staffId ?? null, locationId: locationId ?? null, serviceId: null };
}

/** Refuses when a person or location that the rule names is not (or no longer) of this business. */
export async function refuseMissing(ctx: TenantContext, scope: Scope): Promise<Refused<"notFound"> | null> {
  const { staffId, locationId } = scope;
  const there = { archivedAt: null };
  if (
    staffId &&
    !(await ctx.db.staff.findFirst({ where: { id: staffId, ...there }, select: { id: true } }))
  ) {
    return refuse("notFound", "This person is no longer there.");
  }
  if (
    locationId &&
    !(await ctx.db.location.findFirst({ where: { id: locationId, ...there }, select: { id: true } }))
  ) {
    return refuse("notFound", "This location is no longer there.");
  }
  return null;
}

export type NewRule = StoredScope &
  Partial<Pick<RuleRow, "weekday" | "startMinute" | "endMinute">> & {
    kind: RuleRow["kind"];
    dateFrom?: Date;
    dateTo?: Date;
    reason?: string | null;
  };

/** Writes the rules and returns their ids, in the same order. */
export async function writeRules(ctx: TenantContext, rules: readonly NewRule[]): Promise<string[]> {
  const rows = rules.map((rule) => ({ ...rule, tenantId: ctx.tenantId, id: newId() }));
  await ctx.db.availabilityRule.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** A local date as the driver stores it: midnight UTC of that date. */
export function toStoredDate(date: string): Date {
  return new Date(parseLocalDate(date) * 86_400_000);
}

export function fromStoredDate(date: Date | null): string {
  return date ? date.toISOString().slice(0, 10) : "";
}

/** The date `days` later. */
export function shiftDate(date: string, days: number): string {
  return formatLocalDate(parseLocalDate(date) + days);
}

/** What a change of a schedule is recorded under: the person, else the location, else the business. */
export function subjectOf(
  ctx: TenantContext,
  { staffId, locationId }: { staffId?: string | null; locationId?: string | null },
) {
  if (staffId) return { subjectType: "staff", subjectId: staffId };
  if (locationId) return { subjectType: "location", subjectId: locationId };
  return { subjectType: "tenant", subjectId: ctx.tenantId };
}
