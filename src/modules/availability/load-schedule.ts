import type { TenantContext } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import { holidayRules } from "./holiday-rules.ts";
import type { PackedOthers, PackedSchedule } from "./packed-row.ts";
import { packedSchedule } from "./packed-schedule.ts";
import type { Bookables } from "./rules/bookables.ts";
import { type RuleRow, ruleBook } from "./rules/rule-book.ts";
import { daysAround } from "./rules/staff-candidates.ts";
import type { Window } from "./rules/working-intervals.ts";
import { calendarsIn, peopleIn, rulesIn, serviceIn, timesIn } from "./unpack-schedule.ts";

export type ScheduleRequest = {
  serviceId: string;
  staffId?: string | undefined;
  locationId?: string | undefined;
  ignoreAppointmentId?: string | undefined;
  ignoreHoldId?: string | undefined;
  /** Starts of visits to be looked at. */
  window: Window;
  /** Minutes around the window in which claims are of interest; what a visit there can touch, when absent. */
  reach?: number;
  /** Whether somebody is to be chosen: then recent visits are counted, where the service is shared out by weight. */
  choosing?: boolean;
  /** Only some of the staff, in display order: how many to pass over, and how many to load. All when absent. */
  stage?: { after: number; count: number };
};

/** What was asked for by id and may not be there: `null`, or an empty list. */
export type LoadedSchedule = Omit<Bookables, "service"> & {
  service: (Bookables["service"] & { online: boolean; archived: boolean }) | null;
  /** As they are stored, public holidays included. */
  ruleRows: readonly RuleRow[];
  /** How many people there are in all stages. */
  staffInAll: number;
  /** What those of later stages have; null when this was the last. */
  others: PackedOthers | null;
};

/** No claim is longer: a check on the table, which makes "claims that touch the window" a range of the index. */
const longestClaim = 7 * minutesPerDay;

/** Loads the service, who and what it takes, their rules and their claims around the window: one round trip. */
export async function loadSchedule(ctx: TenantContext, request: ScheduleRequest): Promise<LoadedSchedule> {
  const { window } = request;
  const days = daysAround(window);
  const [row] = await ctx.sql<PackedSchedule>(
    packedSchedule,
    [
      ...[ctx.tenantId, request.serviceId, request.staffId ?? null, request.locationId ?? null],
      ...[days.first, days.last],
      ...[
        formatInstant(window.from),
        formatInstant(window.until),
        formatInstant(window.until + longestClaim),
      ],
      ...[request.ignoreAppointmentId ?? null, request.ignoreHoldId ?? null, request.reach ?? null],
      ...[request.stage?.after ?? null, request.stage?.count ?? null, request.choosing ?? false],
    ],
    "load_schedule",
  );
  if (!row?.business) throw new Error("The schedule was asked for outside of a business");
  return assemble({ ...row, business: row.business }, request.serviceId, days);
}

type Found = PackedSchedule & { business: Bookables["business"] };

async function assemble(
  row: Found,
  serviceId: string,
  days: { first: number; last: number },
): Promise<LoadedSchedule> {
  const places = (row.places ?? []).map(([id, name, timeZone]) => ({ id, name, timeZone }));
  const calendars = calendarsIn(row);
  const holidays = calendars.length > 0 ? await holidayRules(calendars, places, days) : [];
  const ruleRows = [...rulesIn(row), ...holidays];
  return {
    business: row.business,
    service: serviceIn(row, serviceId),
    places,
    ...peopleIn(row),
    ...timesIn(row),
    rules: ruleBook(ruleRows),
    ruleRows,
    staffInAll: row.staffInAll,
    others: row.others,
  };
}
