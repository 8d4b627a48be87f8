import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { DateOverride, Interval, ReadScheduleInput, ScheduleView, TimeOff } from "./schema.ts";
import { fromStoredDate, refuseMissing, storedScope } from "./stored-rules.ts";

type StoredRule = {
  id: string;
  kind: string;
  weekday: number | null;
  startMinute: number | null;
  endMinute: number | null;
  dateFrom: Date | null;
  dateTo: Date | null;
  reason: string | null;
};

/** The rules of exactly one scope, as the schedule editor shows them: a person's, a location's or the business's. */
export async function readSchedule(
  ctx: TenantContext,
  input: ReadScheduleInput,
): Promise<Result<ScheduleView, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.read") ?? (await refuseMissing(ctx, input));
  if (refused) return refused;
  const rows = await ctx.db.availabilityRule.findMany({
    where: storedScope(input),
    orderBy: [{ dateFrom: "asc" }, { dateTo: "asc" }, { startMinute: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, kind: true, weekday: true, startMinute: true, endMinute: true },
      ...{ dateFrom: true, dateTo: true, reason: true },
    },
  });
  const shown =
    ctx.actor.kind === "customer" || ctx.actor.kind === "assistant" ? rows.map(withoutReason) : rows;
  const weekly = shown.filter((row) => row.kind === "weekly");
  return ok({
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      intervals: weekly.filter((row) => row.weekday === weekday).flatMap(intervalOf),
    })),
    usesDefaultHours: weekly.length === 0,
    overrides: overridesIn(shown.filter((row) => row.kind === "override")),
    timeOff: shown.filter((row) => row.kind === "time_off").map(timeOffOf),
  });
}

/** Why somebody is away is for the team. */
function withoutReason(row: StoredRule): StoredRule {
  return { ...row, reason: null };
}

function intervalOf({ startMinute, endMinute }: StoredRule): Interval[] {
  return startMinute === null || endMinute === null ? [] : [{ startMinute, endMinute }];
}

/** An override is stored as one row an interval; its id is the first one's. */
function overridesIn(rows: readonly StoredRule[]): DateOverride[] {
  const groups = Map.groupBy(rows, (row) => `${row.dateFrom?.getTime()} ${row.dateTo?.getTime()}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    return {
      id: first.id,
      ...datesOf(first),
      intervals: [first, ...others].flatMap(intervalOf),
      reason: first.reason,
    };
  });
}

function timeOffOf(row: StoredRule): TimeOff {
  return { id: row.id, ...datesOf(row), part: intervalOf(row)[0] ?? null, reason: row.reason };
}

function datesOf({ dateFrom, dateTo }: StoredRule): { dateFrom: string; dateTo: string } {
  return { dateFrom: fromStoredDate(dateFrom), dateTo: fromStoredDate(dateTo) };
}
