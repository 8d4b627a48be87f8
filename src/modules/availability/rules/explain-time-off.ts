import { minutesPerDay } from "#kernel/time/local-date.ts";
import { linksOf } from "./explain-closed.ts";
import { instantsOf } from "./explain-hours.ts";
import { type Asked, type Reason, reasonOf, type Subject } from "./explain-reason.ts";
import { dateWords, hoursWords } from "./explain-words.ts";
import { type RuleRow, rulesOf, type Scope } from "./rule-book.ts";
import { type DayHours, dayHours } from "./schedule.ts";

/** Whom time off is taken from: "Maya", "Downtown", "Everybody". */
type Whose = { name: string; scopes: readonly Scope[]; owner: Subject; staffId?: string };

/** Time off that touches the visit; its buffers may reach into it (C1). */
export function whyOff({ name, scopes, owner, staffId }: Whose, asked: Asked): Reason[] {
  const rows = scopes.flatMap((scope) => rulesOf(asked.bookables.rules, scope, "time_off"));
  return rows
    .filter((row) => touches(row, asked))
    .map((row) => {
      const reason = row.id ? asked.known.ruleNames.get(row.id) : undefined;
      const part = row.startMinute === null ? datesOf(row, asked) : partOf(row, asked);
      return reasonOf(
        {
          code: "timeOff",
          message: `${name} has time off ${part}${reason ? `: ${reason}` : ""}`,
          remedy: "Shorten or remove this time off.",
        },
        linksOf(
          row,
          { code: "timeOff", open: "", closed: "", hours: "", owner, ...(staffId && { staffId }) },
          asked,
        ),
      );
    });
}

/** Time off of everybody at a place, or of the service. */
export function commonTimeOff({ place, bookables, known }: Asked): Whose[] {
  const { id } = bookables.service;
  const here = { kind: "location", id: place.id } as const;
  return [
    { name: "Everybody", scopes: [{}], owner: here },
    { name: place.name, scopes: [{ locationId: place.id }], owner: here },
    {
      name: known.serviceName,
      scopes: [{ serviceId: id }, { serviceId: id, locationId: place.id }],
      owner: { kind: "service", id },
    },
  ];
}

function touches(row: RuleRow, asked: Asked): boolean {
  const hours = new Map<number, DayHours>();
  const { days } = asked;
  const last = Math.min(row.lastDay ?? days.last, days.last);
  const { startMinute, endMinute } = row;
  const part: [number, number] = [startMinute ?? 0, endMinute ?? minutesPerDay];
  for (let day = Math.max(row.firstDay ?? days.first, days.first); day <= last; day++)
    hours.set(day, dayHours([part]));
  const off = instantsOf(hours, asked);
  for (let index = 0; index < off.length; index += 2) {
    if ((off[index] as number) < asked.end && (off[index + 1] as number) > asked.start) return true;
  }
  return false;
}

function datesOf({ firstDay, lastDay }: RuleRow, asked: Asked): string {
  const [first, last] = [firstDay ?? asked.day, lastDay ?? asked.day];
  return first === last
    ? `on ${dateWords(first, asked)}`
    : `from ${dateWords(first, asked)} to ${dateWords(last, asked)}`;
}

function partOf(row: RuleRow, asked: Asked): string {
  return `${hoursWords([row], asked)} ${datesOf(row, asked)}`;
}
