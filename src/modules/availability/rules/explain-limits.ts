import { minutesPerDay } from "#kernel/time/local-date.ts";
import { wallOf } from "#kernel/time/wall-time.ts";
import { type BookingLimits, bookableWindow, stricterLimits } from "./bookable-window.ts";
import type { StaffMember, VisitLimits } from "./bookables.ts";
import { type Asked, type Reason, reasonOf, type Subject } from "./explain-reason.ts";
import { dateWords, timeWords } from "./explain-words.ts";
import { minutesInWords } from "./minutes-in-words.ts";
import { weekOf } from "./recurrence.ts";

const anybody: BookingLimits = { noticeMin: null, horizonDays: null };

/** Too soon or too far ahead for everybody (C2): by the service's own limits, else the business's. */
export function whyNotBookableYet(asked: Asked): Reason[] {
  const { service } = asked.bookables;
  const notice =
    service.noticeMin === null ? businessOf("booking") : ({ kind: "service", id: service.id } as const);
  const horizon =
    service.horizonDays === null ? businessOf("booking") : ({ kind: "service", id: service.id } as const);
  const name = (about: Subject) => (about.kind === "service" ? asked.known.serviceName : "The business");
  return outOfWindow(anybody, { notice, horizon, name }, asked).map((reason) => ({
    ...reason,
    locationId: null,
  }));
}

/** Too soon or too far ahead for one person, where they are stricter than everybody. */
export function whyNotBookableWith(member: StaffMember, asked: Asked): Reason[] {
  const common = outOfWindow(anybody, personal(member), asked).map(({ code }) => code);
  return outOfWindow(member, personal(member), asked)
    .filter(({ code }) => !common.includes(code) && !(code === "tooSoon" && common.includes("passed")))
    .map((reason) => ({ ...reason, staffId: member.id }));
}

type Whose = { notice: Subject; horizon: Subject; name: (about: Subject) => string };

function personal({ id, name }: StaffMember): Whose {
  const about = { kind: "staff", id } as const;
  return { notice: about, horizon: about, name: () => name };
}

export function businessOf(part: string): Subject {
  return { kind: "business", id: part };
}

function outOfWindow(limits: BookingLimits, { notice, horizon, name }: Whose, asked: Asked): Reason[] {
  const { bookables, question, start, table, place } = asked;
  const strictest = stricterLimits(bookables.business, bookables.service, limits);
  const window = bookableWindow(question.now, strictest, table);
  const locationId = place.id;
  const reasons: Reason[] = [];
  if (start < window.from && start < question.now) {
    const remedy = "Choose a time that is still to come.";
    reasons.push(reasonOf({ code: "passed", message: "This time has passed", remedy }, { locationId }));
  } else if (start < window.from) {
    const words = minutesInWords(strictest.noticeMin);
    reasons.push(
      reasonOf(
        {
          code: "tooSoon",
          message: `${name(notice)} needs ${words}${words.endsWith("s") ? "'" : "'s"} notice, which makes ${timeWords(window.from, asked)} the earliest time`,
          remedy: "Shorten the notice, or book it yourself.",
        },
        { about: notice, locationId },
      ),
    );
  }
  if (start >= window.until) {
    reasons.push(
      reasonOf(
        {
          code: "tooFar",
          message: `${name(horizon)} can be booked ${aheadWords(strictest.horizonDays)}: the last day is ${dateWords(lastDay(window.until, asked), asked)}`,
          remedy: "Allow booking further ahead, or book it yourself.",
        },
        { about: horizon, locationId },
      ),
    );
  }
  return reasons;
}

function aheadWords(horizonDays: number): string {
  return horizonDays === 0 ? "on the same day only" : `${minutesInWords(horizonDays * minutesPerDay)} ahead`;
}

function lastDay(until: number, { table }: Asked): number {
  return Math.floor(wallOf(until - 1, table) / minutesPerDay);
}

/** The service's most visits of the day or the week are reached (C2). */
export function whyServiceIsFull(asked: Asked): Reason[] {
  const { service, visits } = asked.bookables;
  const about = { kind: "service", id: service.id } as const;
  return whyFull(service, visits?.ofService ?? [], { about, name: asked.known.serviceName, asked });
}

/** A person's most visits of the day or the week are reached (C2). */
export function whyPersonIsFull(member: StaffMember, asked: Asked): Reason[] {
  const visits = asked.bookables.visits?.ofStaff.get(member.id) ?? [];
  const about = { kind: "staff", id: member.id } as const;
  return whyFull(member, visits, { about, name: member.name, asked }).map((reason) => ({
    ...reason,
    staffId: member.id,
  }));
}

type Counted = { about: Subject; name: string; asked: Asked };

function whyFull(limits: VisitLimits, starts: readonly number[], { about, name, asked }: Counted): Reason[] {
  const { day, table, place } = asked;
  const days = starts.map((start) => Math.floor(wallOf(start, table) / minutesPerDay));
  const onDay = days.filter((one) => one === day).length;
  const inWeek = days.filter((one) => weekOf(one) === weekOf(day)).length;
  const links = { about, locationId: place.id };
  const full = (code: "dayLimit" | "weekLimit", most: number, when: string) =>
    reasonOf(
      {
        code,
        message: `${name} takes at most ${most} ${most === 1 ? "visit" : "visits"} ${when}, and ${most === 1 ? "it is" : "they are"} booked`,
        remedy: `Allow more visits a ${code === "dayLimit" ? "day" : "week"}, or book it yourself.`,
      },
      links,
    );
  const reasons: Reason[] = [];
  if (limits.maxPerDay !== null && onDay >= limits.maxPerDay)
    reasons.push(full("dayLimit", limits.maxPerDay, `on ${dateWords(day, asked)}`));
  if (limits.maxPerWeek !== null && inWeek >= limits.maxPerWeek)
    reasons.push(full("weekLimit", limits.maxPerWeek, `in the week of ${dateWords(mondayOf(day), asked)}`));
  return reasons;
}

function mondayOf(day: number): number {
  return weekOf(day) * 7 - 3;
}
