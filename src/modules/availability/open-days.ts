import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import { firstInstantOf } from "#kernel/time/wall-time.ts";
import { type ZoneOffsets, zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { type LoadedBookables, loadBookables } from "./bookables.ts";
import { startsOfOthersAtMost } from "./later-stages.ts";
import type { Question } from "./rules/bookables.ts";
import { addStaff, daysWithStarts, newTally, offeredIn, type StartTally } from "./rules/start-tally.ts";
import type { Window } from "./rules/working-intervals.ts";
import type { MonthOverviewInput } from "./schema.ts";

export type Wish = Omit<MonthOverviewInput, "month" | "timeZone">;

/** Local dates (days since 1970-01-01, both included) by the reader's calendar, from the present on. */
export type DaySpan = {
  firstDay: number;
  lastDay: number;
  table: ZoneOffsets;
  /** What of them is not over yet; empty when all of it is. */
  window: Window;
  /** Epoch minutes, perhaps with a fraction. */
  now: number;
};

/** Which dates of a span have a start, and the instant (epoch minutes) before which everything is that can be booked. */
export type OpenDays = { days: boolean[]; bookedBefore: number };

/**
 * Whether what is known is enough: `open` are the dates that have a start, `possible` those on which staff who have
 * not been looked at work.
 */
export type Enough = (open: readonly boolean[], possible: readonly boolean[]) => boolean;

/**
 * How many people are loaded at first; each stage has four times as many as the one before. As many as mostly have a
 * time on every day even where all are nearly booked out: another person costs a tenth of what another stage does.
 */
const firstStage = 12;

/** Every date that can have a start has one. */
export const everyDay: Enough = (open, possible) => open.every((isOpen, day) => isOpen || !possible[day]);

/** The first date with a start is known. */
export const firstDay: Enough = (open, possible) => {
  const first = open.indexOf(true);
  return first >= 0 && !possible.slice(0, first).includes(true);
};

export function daySpan(
  dates: { firstDay: number; lastDay: number },
  timeZone: string,
  now: number,
): DaySpan {
  const first = dates.firstDay * minutesPerDay;
  const afterLast = (dates.lastDay + 1) * minutesPerDay;
  const table = zoneOffsets(timeZone, first, afterLast);
  const from = Math.max(firstInstantOf(first, table), Math.floor(now));
  return { ...dates, table, window: { from, until: Math.max(from, firstInstantOf(afterLast, table)) }, now };
}

/**
 * Finds the dates that customers can book, stage by stage: a few of the staff are mostly enough, and the others are
 * loaded only when they may work on a date that is still without a start.
 */
export async function openDays(
  ctx: TenantContext,
  wish: Wish,
  span: DaySpan,
  enough: Enough,
): Promise<Result<OpenDays, "notFound">> {
  const { staffId, seats, ...request } = wish;
  const question = { window: span.window, audience: "customer" as const, now: span.now, staffId, seats };
  let tally: StartTally | undefined;
  for (let after = 0, count = firstStage; ; after += count, count *= 4) {
    // Whoever is asked for must be there from the first stage on.
    const stage = staffId === undefined ? { stage: { after, count } } : {};
    const loaded = await loadBookables(ctx, {
      ...request,
      ...stage,
      staffId,
      window: span.window,
      audience: "customer",
    });
    if (!loaded.ok) return loaded;
    tally ??= newTally(loaded.value, question);
    addStaff(tally, loaded.value, question);
    const days = daysIn(span, offeredIn(tally, loaded.value, question));
    if (isEnough(days, loaded.value, { span, question, enough })) {
      return ok({ days, bookedBefore: bookedBefore(loaded.value, span.now) });
    }
  }
}

type Search = { span: DaySpan; question: Question; enough: Enough };

function isEnough(days: boolean[], loaded: LoadedBookables, { span, question, enough }: Search): boolean {
  if (!loaded.others) return true;
  // Mostly so, and then it need not be known when the others work.
  if (!days.includes(false)) return true;
  return enough(days, daysIn(span, startsOfOthersAtMost(loaded, loaded.others, question)));
}

function daysIn(span: DaySpan, starts: Parameters<typeof daysWithStarts>[0]): boolean[] {
  return daysWithStarts(starts, span.table, span.firstDay, span.lastDay);
}

/** At the latest, nobody of the staff being stricter; two days more, since the last day ends later elsewhere. */
function bookedBefore({ business, service }: LoadedBookables, now: number): number {
  const horizonDays = service.horizonDays ?? business.horizonDays;
  return now + (horizonDays + 2) * minutesPerDay;
}
