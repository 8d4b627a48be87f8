import type { Refused } from "#kernel/result.ts";
import type { NearbySlot } from "#modules/appointments/schema.ts";
import type { Link, TakenModel } from "#ui/booking/frame-model.ts";
import { shortDayAndTime, type TimeFrame, weekdayAndTime } from "./time-words.ts";

export type TakenFacts = {
  refused: Pick<Refused, "reason" | "message" | "details">;
  /** The time that was wanted. */
  start: string;
  frame: TimeFrame;
  more?: Link;
};

/** Says that a time is gone, and offers the nearest ones that are free (row D3). */
export function presentTaken({ refused, start, frame, more }: TakenFacts): TakenModel {
  const nearest = (refused.details?.nearest ?? []) as NearbySlot[];
  const taken = refused.reason !== "notOffered";
  const wanted = weekdayAndTime(start, frame.zone, frame.locale);
  const offer =
    nearest.length > 0 ? "These are the nearest times that are free:" : "Please choose another day.";
  return {
    heading: taken ? `Someone just took ${wanted}` : `${wanted} is not possible`,
    text: taken ? offer : `${refused.message} ${offer}`,
    nearest: nearest.map((slot) => ({
      start: slot.start,
      label: shortDayAndTime(slot.start, frame.zone, frame.locale),
    })),
    ...(more && { more }),
  };
}
