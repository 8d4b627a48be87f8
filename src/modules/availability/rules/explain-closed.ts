import type { LayerHours } from "./explain-hours.ts";
import { indexAround } from "./explain-hours.ts";
import { type Asked, type Reason, type ReasonCode, reasonOf, type Subject } from "./explain-reason.ts";
import { dateWords, hoursWords, spanWords, timeWords, weekdayOf, whenWords } from "./explain-words.ts";
import { minutesInWords } from "./minutes-in-words.ts";
import type { RuleRow } from "./rule-book.ts";

/** How a layer speaks of itself. */
export type LayerWords = {
  code: ReasonCode;
  /** "Maya works", "Downtown is open", "Haircut is given", "Room 2 can be used". */
  open: string;
  /** "Maya does not work", "Downtown is closed". */
  closed: string;
  /** "Maya's hours". */
  hours: string;
  owner: Subject;
  staffId?: string;
};

/** Why the visit is not inside the hours of a layer, or null when it is. */
export function whyOutside(hours: LayerHours | null, words: LayerWords, asked: Asked): Reason | null {
  if (!hours) return null;
  const index = indexAround(hours.intervals, asked.start);
  if (index < 0) return whyClosed(hours, words, asked);
  const [opens, closes] = hours.intervals.slice(index, index + 2) as [number, number];
  return closes < asked.end ? whyTooLong({ opens, closes }, hours, { words, asked }) : null;
}

function whyClosed(hours: LayerHours, words: LayerWords, asked: Asked): Reason {
  const { by, rows } = hours.ruling ?? { by: "default", rows: [] };
  if (by === "holiday") return holidayReason(rows[0], words, asked);
  const spans = hoursWords(rows, asked);
  return reasonOf(
    {
      code: words.code,
      message: spans ? openWords(by, spans, { rows, words, asked }) : closedWords(by, { rows, words, asked }),
      remedy: `Change ${words.hours} so that they cover ${spanWords(asked.start, asked.end, asked)} on ${dateWords(asked.day, asked)}.`,
    },
    linksOf(rows[0], words, asked),
  );
}

type Spoken = { rows: readonly RuleRow[]; words: LayerWords; asked: Asked };

function openWords(by: string, spans: string, { rows, words, asked }: Spoken): string {
  const [first] = rows;
  if (by === "override" || !first)
    return `On ${dateWords(asked.day, asked)}, ${words.open} only ${spans}${nameOf(first, asked)}`;
  return `${words.open} ${spans} ${whenWords(first)}`;
}

function closedWords(by: string, { rows, words, asked }: Spoken): string {
  const [first] = rows;
  if (by === "override") return `${words.closed} on ${dateWords(asked.day, asked)}${nameOf(first, asked)}`;
  if (first) return `${words.closed} ${whenWords(first)}`;
  const other = sometimes(words, asked);
  if (other) return `${words.open} ${whenWords(other)}, and ${dateWords(asked.day, asked)} is none of them`;
  return `${words.closed} on ${weekdayOf(asked.day)}s`;
}

/** A rule for this weekday that does not count on this date: in other weeks, or at another time of the year. */
function sometimes({ owner, staffId }: LayerWords, { bookables, place, day }: Asked): RuleRow | undefined {
  const weekday = ((day + 3) % 7) + 1;
  const mine = (row: RuleRow) =>
    row.weekday === weekday &&
    row.startMinute !== null &&
    (row.everyWeeks > 1 || row.kind === "monthly") &&
    row.staffId === (staffId ?? null) &&
    row.serviceId === (owner.kind === "service" ? owner.id : null) &&
    row.resourceId === (owner.kind === "resource" ? owner.id : null) &&
    (row.locationId === null || row.locationId === place.id);
  for (const rows of bookables.rules.values()) {
    const found = rows.find(mine);
    if (found) return found;
  }
  return undefined;
}

function nameOf(row: RuleRow | undefined, { known }: Asked): string {
  const name = row?.id ? known.ruleNames.get(row.id) : undefined;
  return name ? ` (${name})` : "";
}

/** What a holiday is named by: the data package's have no id of their own. */
export function holidayKey({ id, locationId, firstDay }: RuleRow): string {
  return id ?? `${locationId} ${firstDay}`;
}

function holidayReason(row: RuleRow | undefined, words: LayerWords, asked: Asked): Reason {
  const name = row ? asked.known.ruleNames.get(holidayKey(row)) : undefined;
  const date = dateWords(asked.day, asked);
  const about: Subject = { kind: "holiday", id: row?.id ?? asked.place.id };
  return reasonOf(
    {
      code: "holiday",
      message: name ? `${date} is ${name}: ${words.closed}` : `${words.closed} on ${date}: a public holiday`,
      remedy: "Open on this holiday, or set special hours for the date.",
    },
    { ...linksOf(row, words, asked), about },
  );
}

function whyTooLong(
  { opens, closes }: { opens: number; closes: number },
  hours: LayerHours,
  { words, asked }: Omit<Spoken, "rows">,
): Reason {
  const { duration } = asked.bookables.service.visit;
  const latest = closes - duration;
  const ends = timeWords(asked.end, asked);
  return reasonOf(
    {
      code: "endsTooLate",
      message: `A visit of ${minutesInWords(duration)} from ${timeWords(asked.start, asked)} ends at ${ends}; ${words.hours} end at ${timeWords(closes, asked)}`,
      remedy:
        latest >= opens
          ? `Start by ${timeWords(latest, asked)}, or let ${words.hours} end at ${ends} or later.`
          : `Let ${words.hours} end at ${ends} or later.`,
    },
    linksOf(hours.ruling?.rows[0], words, asked),
  );
}

/** The rule itself where it is known, else whose schedule it would be in. */
export function linksOf(row: RuleRow | undefined, words: LayerWords, { place }: Asked): Partial<Reason> {
  const about: Subject = row?.id ? { kind: "rule", id: row.id } : words.owner;
  return {
    about,
    ownedBy: row ? ownerOf(row, words.owner) : words.owner,
    part: !row || row.kind === "weekly" || row.kind === "monthly" ? "hours" : "dates",
    staffId: words.staffId ?? null,
    locationId: place.id,
  };
}

/** Whose schedule holds a rule; the business's own is where a rule names nothing. */
export function ownerOf(row: RuleRow, fallback: Subject): Subject {
  if (row.staffId) return { kind: "staff", id: row.staffId };
  if (row.serviceId) return { kind: "service", id: row.serviceId };
  if (row.resourceId) return { kind: "resource", id: row.resourceId };
  if (row.locationId) return { kind: "location", id: row.locationId };
  return fallback.kind === "location" ? { kind: "business", id: "hours" } : fallback;
}
