import { wallTimeOf } from "#kernel/time/wall-time.ts";
import type { DayModel, TimePill } from "#ui/booking/view-model.ts";
import {
  count,
  dateInWords,
  minutesOf,
  phraseElsewhere,
  type TimeFrame,
  timeElsewhere,
  timeLabel,
} from "./time-words.ts";

const noon = 12 * 60;
const evening = 17 * 60;

/** The times of one day as pills under Morning, Afternoon and Evening of the zone that the page shows. */
export function presentDay(date: string, starts: readonly string[], frame: TimeFrame): DayModel {
  const pills = starts.map((start) => ({
    part: partOfDay(start, frame.zone),
    pill: pillOf(start, starts, date, frame),
  }));
  const heading = dateInWords(date, frame.locale);
  return {
    date,
    heading,
    groups: ["Morning", "Afternoon", "Evening"]
      .map((name) => ({ name, times: pills.filter(({ part }) => part === name).map(({ pill }) => pill) }))
      .filter((group) => group.times.length > 0),
    announcement: `${count(starts.length, "time")} on ${heading}`,
  };
}

function partOfDay(start: string, zone: string): string {
  const { minute } = wallTimeOf(minutesOf(start), zone);
  if (minute < noon) return "Morning";
  return minute < evening ? "Afternoon" : "Evening";
}

function pillOf(start: string, all: readonly string[], date: string, frame: TimeFrame): TimePill {
  const label = timeLabel(start, all, frame);
  const elsewhere = timeElsewhere(start, frame);
  const day = dateInWords(date, frame.locale);
  const name = [label, phraseElsewhere(start, frame), day].filter(Boolean).join(", ");
  return { start, label, ...(elsewhere && { elsewhere }), name };
}
