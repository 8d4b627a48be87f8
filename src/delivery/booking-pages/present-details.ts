import { newId } from "#kernel/ids.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import type { TakenModel } from "#ui/booking/frame-model.ts";
import type { DetailsField, DetailsModel } from "#ui/booking/view-model.ts";
import { businessFrame, optional } from "./frame.ts";
import { type Offer, timeFrameOf } from "./load-service.ts";
import { summaryOf } from "./present-time.ts";
import { type Selection, selectionFields, withSelection } from "./selection.ts";
import { minutesOf, shortDayAndTime, weekdayAndTime } from "./time-words.ts";

export type DetailsFacts = {
  offer: Offer;
  selection: Selection & { start: string };
  base: string;
  /** Epoch milliseconds. */
  now: number;
  holdToken?: string;
  /** Absent: nothing is kept any more. */
  holdExpiresAt?: string;
  holdStaffId?: string;
  holdGone?: string;
  /** What was typed, when the form comes back. */
  values?: Record<DetailsField, string>;
  errors?: Partial<Record<DetailsField, string>>;
  problem?: string;
  taken?: TakenModel;
  /** Kept when the same form comes back, so that sending it twice books once. */
  idempotencyKey?: string;
};

const nothingTyped: Record<DetailsField, string> = { name: "", email: "", phone: "", notes: "" };

/** The form, and everything that may be said above it. */
export function presentDetails(facts: DetailsFacts): DetailsModel {
  const { offer, selection, base } = facts;
  const frame = timeFrameOf(offer, selection.tz);
  const { service, staff, location, tz, start, session, seats } = selection;
  const secondsLeft = facts.holdExpiresAt
    ? Math.floor((Date.parse(facts.holdExpiresAt) - facts.now) / 1000)
    : 0;
  const verb = offer.service.requiresApproval ? "Request" : "Book for";
  return {
    ...businessFrame(offer.business, base, "Your details"),
    page: "details",
    heading: "Your details",
    back: { label: "Change time", href: timesHref(facts) },
    summary: summaryOf(
      offer,
      facts.taken ? { seats } : { start, frame, seats, ...optional("teacherId", facts.holdStaffId) },
    ),
    action: `${base}/book/details`,
    hidden: {
      ...selectionFields({ service, staff, location, tz, start, session, seats }),
      ...optional("hold", facts.holdToken),
      key: facts.idempotencyKey ?? newId(),
    },
    values: facts.values ?? nothingTyped,
    errors: facts.errors ?? {},
    ...optional("problem", facts.problem),
    phoneRequired: false,
    ...optional("policy", policyOf(facts)),
    submitLabel: `${verb} ${weekdayAndTime(start, frame.zone, frame.locale)}`,
    ...(facts.holdExpiresAt &&
      secondsLeft > 0 && {
        hold: { secondsLeft, expiresAt: facts.holdExpiresAt, extendAction: `${base}/book/hold/extend` },
      }),
    ...optional("holdGone", facts.holdGone),
    ...(facts.taken && { taken: facts.taken }),
  };
}

/** The times of the day that was chosen. */
export function timesHref({
  selection,
  base,
  offer,
}: Pick<DetailsFacts, "selection" | "base" | "offer">): string {
  const { service, staff, location, tz, seats } = selection;
  const date = localDateOf(minutesOf(selection.start), timeFrameOf(offer, tz).zone);
  return withSelection(`${base}/book`, { service, staff, location, tz, seats, date });
}

/** "Free to cancel until Mon 2 March, 14:30." with the date computed, or why not (row B5). */
function policyOf({ offer, selection, now }: DetailsFacts): string | undefined {
  const frame = timeFrameOf(offer, selection.tz);
  const until = Date.parse(selection.start) - offer.business.cancellationWindowMin * 60_000;
  if (until <= now) return "This time is too close to be changed or cancelled online after booking.";
  const instant = new Date(until).toISOString();
  return `Free to change or cancel until ${shortDayAndTime(instant, frame.zone, frame.locale)}.`;
}
