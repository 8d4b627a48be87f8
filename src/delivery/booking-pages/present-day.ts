import { wallTimeOf } from "#kernel/time/wall-time.ts";
import type { Link } from "#ui/booking/frame-model.ts";
import type { DayModel, TimePill } from "#ui/booking/view-model.ts";
import type { DayTime } from "./load-times.ts";
import { pressedValue } from "./selection.ts";
import {
  clockTime,
  count,
  dateInWords,
  minutesOf,
  phraseElsewhere,
  type TimeFrame,
  timeElsewhere,
} from "./time-words.ts";

const noon = 12 * 60;
const evening = 17 * 60;

export type DayFacts = {
  date: string;
  times: readonly DayTime[];
  frame: TimeFrame;
  /** How many come. */
  seats: number;
  /** Names of teachers by staff id. */
  teachers?: ReadonlyMap<string, string>;
  /** Where to go when nothing is left. */
  next?: Link;
};

/** The times of one day under Morning, Afternoon and Evening of the zone that the page shows. */
export function presentDay(facts: DayFacts): DayModel {
  const { date, times, frame } = facts;
  const heading = dateInWords(date, frame.locale);
  const pills = times.map((time) => ({
    part: partOfDay(time.start, frame.zone),
    pill: pillOf(time, facts, heading),
  }));
  const free = pills.filter(({ pill }) => !pill.off).length;
  return {
    date,
    heading,
    groups: ["Morning", "Afternoon", "Evening"]
      .map((name) => ({ name, times: pills.filter(({ part }) => part === name).map(({ pill }) => pill) }))
      .filter((group) => group.times.length > 0),
    ...(free === 0 && {
      empty: {
        text: emptyText(facts, heading),
        ...(facts.next && { next: facts.next }),
      },
    }),
    announcement: `${free > 0 ? count(free, "time") : "No times"} on ${heading}`,
  };
}

function emptyText({ times, seats }: DayFacts, heading: string): string {
  if (times.length === 0) return `No times on ${heading}`;
  return seats > 1 ? `Not ${seats} seats left on ${heading}` : `Everything on ${heading} is full`;
}

function partOfDay(start: string, zone: string): string {
  const { minute } = wallTimeOf(minutesOf(start), zone);
  if (minute < noon) return "Morning";
  return minute < evening ? "Afternoon" : "Evening";
}

function pillOf({ start, session }: DayTime, { frame, seats, teachers }: DayFacts, day: string): TimePill {
  const label = clockTime(start, frame.zone, frame.locale);
  const elsewhere = timeElsewhere(start, frame);
  const left = session && seatsInWords(session.seatsLeft, seats);
  const teacher = session && teachers?.get(session.staffId);
  const said = [label, phraseElsewhere(start, frame), day, teacher && `with ${teacher}`, left];
  return {
    start,
    value: pressedValue(start, session?.id),
    label,
    ...(elsewhere && { elsewhere }),
    name: said.filter(Boolean).join(", "),
    ...(left && { session: { teacher: teacher ?? "", seats: left } }),
    ...(session && session.seatsLeft < seats && { off: "full" }),
  };
}

/** "3 seats left", "Full", or "Only 1 seat left" where more are wanted. */
function seatsInWords(left: number, wanted: number): string {
  if (left <= 0) return "Full";
  return left < wanted ? `Only ${count(left, "seat")} left` : `${count(left, "seat")} left`;
}
