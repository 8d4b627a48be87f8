import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { normalHours } from "./rules/normal-hours.ts";
import type { SaveDateOverrideInput, SavedRule } from "./schema.ts";
import {
  fromStoredDate,
  type NewRule,
  refuseMissing,
  type StoredScope,
  shiftDate,
  storedScope,
  subjectOf,
  toStoredDate,
  writeRules,
} from "./stored-rules.ts";

/**
 * Replaces the weekly hours on some dates (C1): special hours, or closed when there are no intervals. The newer wins:
 * what earlier overrides of the same scope said about these dates is dropped.
 */
export async function saveDateOverride(
  ctx: TenantContext,
  input: SaveDateOverrideInput,
): Promise<Result<SavedRule, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.write") ?? (await refuseMissing(ctx, input));
  if (refused) return refused;
  const scope = storedScope(input);
  const { dateFrom, dateTo, intervals, reason = null } = input;
  await clearDates(ctx, scope, { dateFrom, dateTo });
  const base = { ...scope, kind: "override" as const, ...storedDates(dateFrom, dateTo), reason };
  const hours = normalHours(intervals);
  const [id = ""] = await writeRules(
    ctx,
    hours.length > 0 ? hours.map((interval) => ({ ...base, ...interval })) : [base],
  );
  await appendEvent(ctx, {
    type: "schedule.override_saved",
    ...subjectOf(ctx, input),
    payload: { dateFrom, dateTo, intervals: hours },
  });
  return ok({ id });
}

type Dates = { dateFrom: string; dateTo: string };

function storedDates(dateFrom: string, dateTo: string) {
  return { dateFrom: toStoredDate(dateFrom), dateTo: toStoredDate(dateTo) };
}

/** Cuts the dates out of the scope's earlier overrides; what they said about other dates stays. */
async function clearDates(
  ctx: TenantContext,
  scope: StoredScope,
  { dateFrom, dateTo }: Dates,
): Promise<void> {
  const overlapping = {
    ...scope,
    kind: "override",
    dateFrom: { lte: toStoredDate(dateTo) },
    dateTo: { gte: toStoredDate(dateFrom) },
  };
  const rows = await ctx.db.availabilityRule.findMany({
    where: overlapping,
    select: { startMinute: true, endMinute: true, dateFrom: true, dateTo: true, reason: true },
  });
  await ctx.db.availabilityRule.deleteMany({ where: overlapping });
  const remainders = rows.flatMap((row): NewRule[] => {
    const first = fromStoredDate(row.dateFrom);
    const last = fromStoredDate(row.dateTo);
    const rest: NewRule = { ...row, ...scope, kind: "override", dateFrom: undefined, dateTo: undefined };
    const before = { ...rest, ...storedDates(first, shiftDate(dateFrom, -1)) };
    const after = { ...rest, ...storedDates(shiftDate(dateTo, 1), last) };
    return [...(first < dateFrom ? [before] : []), ...(last > dateTo ? [after] : [])];
  });
  await writeRules(ctx, remainders);
}
