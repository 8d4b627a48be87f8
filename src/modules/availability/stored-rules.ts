import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import type { RuleRow, Scope } from "./rules/rule-book.ts";

/** Whose schedule: null means the rule does not name one. */
export type StoredScope = Record<"staffId" | "locationId" | "serviceId" | "resourceId", string | null>;

/** What a rule says, but for whom: dates are `YYYY-MM-DD`. */
export type RuleWords = Pick<
  RuleRow,
  "weekday" | "startMinute" | "endMinute" | "everyWeeks" | "nthOfMonth" | "priority"
> & {
  kind: Exclude<RuleRow["kind"], "holiday">;
  anchorDate: string | null;
  dateFrom: string | null;
  dateTo: string | null;
  reason: string | null;
};

/** A rule that counts. */
export type StoredRule = RuleWords & { id: string };

/** A rule of which only what it says differently from most is named. */
export type NewRule = Pick<RuleWords, "kind"> & Partial<RuleWords>;

const silent: Omit<RuleWords, "kind"> = {
  weekday: null,
  startMinute: null,
  endMinute: null,
  everyWeeks: 1,
  anchorDate: null,
  nthOfMonth: null,
  priority: 0,
  dateFrom: null,
  dateTo: null,
  reason: null,
};

export function storedScope({ staffId, locationId, serviceId, resourceId }: Scope): StoredScope {
  return {
    staffId: staffId ?? null,
    locationId: locationId ?? null,
    serviceId: serviceId ?? null,
    resourceId: resourceId ?? null,
  };
}

const gone = {
  staffId: "This person is no longer there.",
  locationId: "This location is no longer there.",
  serviceId: "This service is no longer there.",
  resourceId: "This resource is no longer there.",
};

/** Refuses when something that the rule names is not (or no longer) of this business. */
export async function refuseMissing(ctx: TenantContext, scope: Scope): Promise<Refused<"notFound"> | null> {
  const { staffId, locationId, serviceId, resourceId } = scope;
  const looked = (id: string) => ({ where: { id, archivedAt: null }, select: { id: true } as const });
  if (staffId && !(await ctx.db.staff.findFirst(looked(staffId)))) return refuse("notFound", gone.staffId);
  if (locationId && !(await ctx.db.location.findFirst(looked(locationId)))) {
    return refuse("notFound", gone.locationId);
  }
  if (serviceId && !(await ctx.db.service.findFirst(looked(serviceId)))) {
    return refuse("notFound", gone.serviceId);
  }
  if (resourceId && !(await ctx.db.resource.findFirst(looked(resourceId)))) {
    return refuse("notFound", gone.resourceId);
  }
  return null;
}

/** The rules of exactly this scope that count, dated ones in order of their dates. */
export async function liveRules(ctx: TenantContext, scope: Scope): Promise<StoredRule[]> {
  const rows = await ctx.db.availabilityRule.findMany({
    where: { ...storedScope(scope), removedAt: null },
    orderBy: [{ dateFrom: "asc" }, { dateTo: "asc" }, { startMinute: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, kind: true, weekday: true, startMinute: true, endMinute: true, everyWeeks: true },
      ...{ anchorDate: true, nthOfMonth: true, priority: true, dateFrom: true, dateTo: true, reason: true },
    },
  });
  return rows.map(({ anchorDate, dateFrom, dateTo, kind, ...rest }) => ({
    ...rest,
    kind: kind as RuleWords["kind"],
    anchorDate: fromStoredDate(anchorDate),
    dateFrom: fromStoredDate(dateFrom),
    dateTo: fromStoredDate(dateTo),
  }));
}

/** Whose rule this is, and of what kind; null when there is none (any more). */
export async function findRule(
  ctx: TenantContext,
  id: string,
): Promise<{ scope: Scope; kind: string } | null> {
  const row = await ctx.db.availabilityRule.findFirst({
    where: { id, removedAt: null },
    select: { kind: true, staffId: true, locationId: true, serviceId: true, resourceId: true },
  });
  if (!row) return null;
  const { kind, ...stored } = row;
  return { kind, scope: namedScope(stored) };
}

function namedScope({ staffId, locationId, serviceId, resourceId }: StoredScope): Scope {
  return {
    ...(staffId && { staffId }),
    ...(locationId && { locationId }),
    ...(serviceId && { serviceId }),
    ...(resourceId && { resourceId }),
  };
}

/** Rules that stop to count, and those that shall count in their place. */
export type Replacement = { old: readonly StoredRule[]; wanted: readonly NewRule[] };

/**
 * Puts rules in the place of others and returns their ids, in order, and whether anything is different now. A rule that
 * stays the same stays; one that goes is kept as removed, for who asks later why a time was not offered then.
 */
export async function replaceRules(
  ctx: TenantContext,
  scope: Scope,
  { old, wanted }: Replacement,
): Promise<{ ids: string[]; changed: boolean }> {
  const stored = storedScope(scope);
  const left = new Map(old.map((rule) => [rule.id, rule]));
  const rows = wanted.map((rule) => {
    const words = { ...silent, ...rule };
    const same = [...left.values()].find((candidate) => saysTheSame(candidate, words));
    if (same) left.delete(same.id);
    return { words, id: same?.id ?? newId(), isNew: !same };
  });
  await removeRules(ctx, [...left.keys()]);
  const added = rows.filter(({ isNew }) => isNew);
  if (added.length > 0) {
    const data = added.map(({ words, id }) => ({
      ...columnsOf(words),
      ...stored,
      tenantId: ctx.tenantId,
      id,
    }));
    await ctx.db.availabilityRule.createMany({ data });
  }
  return { ids: rows.map(({ id }) => id), changed: left.size > 0 || added.length > 0 };
}

async function removeRules(ctx: TenantContext, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.sql(
    "UPDATE availability_rule SET removed_at = clock_timestamp() WHERE tenant_id = $1 AND id = ANY ($2::uuid[])",
    [ctx.tenantId, ids],
  );
}

function saysTheSame(rule: RuleWords, other: RuleWords): boolean {
  const keys = ["kind", ...Object.keys(silent)] as (keyof RuleWords)[];
  return keys.every((key) => rule[key] === other[key]);
}

function columnsOf({ anchorDate, dateFrom, dateTo, ...words }: RuleWords) {
  return {
    ...words,
    anchorDate: toStoredDate(anchorDate),
    dateFrom: toStoredDate(dateFrom),
    dateTo: toStoredDate(dateTo),
  };
}

/** A local date as the driver stores it: midnight UTC of that date. */
function toStoredDate(date: string | null): Date | null {
  return date === null ? null : new Date(parseLocalDate(date) * 86_400_000);
}

function fromStoredDate(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

/** The date `days` later. */
export function shiftDate(date: string, days: number): string {
  return formatLocalDate(parseLocalDate(date) + days);
}

/** What a change of a schedule is recorded under: the person, service or resource, else the location, else the business. */
export function subjectOf(ctx: TenantContext, { staffId, locationId, serviceId, resourceId }: Scope) {
  if (staffId) return { subjectType: "staff", subjectId: staffId };
  if (serviceId) return { subjectType: "service", subjectId: serviceId };
  if (resourceId) return { subjectType: "resource", subjectId: resourceId };
  if (locationId) return { subjectType: "location", subjectId: locationId };
  return { subjectType: "tenant", subjectId: ctx.tenantId };
}
