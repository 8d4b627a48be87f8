import { createHash } from "node:crypto";
import { addDays } from "#ui/booking/date-grid-keys.ts";
import type { LiveTimes } from "#ui/booking/view-model.ts";
import { optional } from "./frame.ts";
import { type Offer, timeFrameOf } from "./load-service.ts";
import type { Times } from "./load-times.ts";
import { presentDay } from "./present-day.ts";
import { nextLink, presentMonth } from "./present-month.ts";
import { type Selection, withSelection } from "./selection.ts";

export type ShownTimes = {
  offer: Offer;
  times: Times;
  selection: Selection;
  /** Address of the page. */
  path: string;
};

/** The selection as the page stands: in the month and on the day that it shows. */
export function settledSelection({ selection, times }: ShownTimes): Selection {
  const date = times.date ?? dayKept(selection, times);
  return {
    ...selection,
    start: undefined,
    session: undefined,
    month: times.month,
    date,
    choosingZone: false,
  };
}

/** A day that was chosen stays on the page when its last time goes. */
function dayKept({ date }: Selection, { month }: Times): string | undefined {
  return date?.startsWith(month) ? date : undefined;
}

/** The part of a time page that changes while it is open: the month, and the times of the chosen day (row C5). */
export function presentTimes(shown: ShownTimes): LiveTimes {
  const { offer, times, path } = shown;
  const { zone, businessZone, locale } = timeFrameOf(offer, shown.selection.tz);
  const settled = settledSelection(shown);
  const hrefOf = (change: Partial<Selection>) =>
    withSelection(path, { ...settled, date: undefined, ...change });
  const { date } = settled;
  const next = date && nextDay(times, date);
  return {
    month: presentMonth({
      month: times.month,
      available: times.available,
      ...optional("nextAvailable", times.nextAvailable),
      today: times.today,
      lastDay: addDays(times.today, offer.service.horizonDays ?? offer.business.horizonDays),
      ...optional("selected", date),
      locale,
      hrefOf,
    }),
    day: date
      ? presentDay({
          date,
          times: times.day,
          frame: { zone, businessZone, locale },
          seats: settled.seats ?? 1,
          teachers: new Map(offer.staff.map(({ id, name }) => [id, name])),
          ...(next && { next: nextLink({ locale, hrefOf }, next) }),
        })
      : null,
  };
}

/** The first day after `date` that has times; else the first one there is. */
function nextDay({ available, nextAvailable }: Times, date: string): string | undefined {
  const later = [...available].sort().find((other) => other > date);
  return later ?? (nextAvailable === date ? undefined : nextAvailable);
}

/** Names a content: equal texts have the same version. */
export function versionOf(...texts: string[]): string {
  return createHash("sha1").update(texts.join("\n")).digest("base64url").slice(0, 12);
}
