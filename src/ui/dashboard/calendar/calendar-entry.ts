import { addMinutes, minutesBetween, type Wall, wallAt, wallDate } from "./business-wall-time.ts";

export type AppointmentStatus = "pending" | "confirmed" | "completed" | "cancelled" | "no_show";

/** One block of the calendar, in wall time of the business. */
export type CalendarEntry = {
  id: string;
  /**
   * appointment: a block one can open and drag; session: a date of a class, to be opened; closed: hatched; buffer: fine
   * texture beside an appointment.
   */
  kind: "appointment" | "session" | "closed" | "buffer";
  /** The column (staff member) it lies in; null where a view has none. */
  columnId: string | null;
  /** Columns of colleagues who take part; it is moved as one. */
  alsoIn?: readonly string[];
  start: Wall;
  end: Wall;
  /** What the block says: the customer, then service and staff. */
  title?: string;
  detail?: string;
  /** Read out for the whole block. */
  label?: string;
  /** #rrggbb of its edge; its ground is a tint of it. */
  color?: string;
  status?: AppointmentStatus;
  hasNote?: boolean;
  firstVisit?: boolean;
  /** Being moved by keyboard. */
  grabbed?: boolean;
};

/** A column of the day view. */
export type CalendarColumn = {
  id: string;
  name: string;
  photoUrl: string | null;
  color: string;
  /** "9:00 – 17:00" or "Not working". */
  hours: string;
};

/** What stands in the calendar as a button, not as its ground. */
export function isBlock({ kind }: CalendarEntry): boolean {
  return kind === "appointment" || kind === "session";
}

/** Where a block is, or would be after a move. */
export type Place = { start: Wall; columnId: string | null };

/** When somebody works on a date: minutes from midnight. */
export type WorkingHours = {
  columnId: string | null;
  date: string;
  intervals: { start: number; end: number }[];
};

/** The hours shown: minutes from midnight, full hours. */
export type ShownHours = { from: number; until: number };

/** The hatched blocks: what the intervals leave of the day. */
export function closedEntries(hours: WorkingHours[]): CalendarEntry[] {
  return hours.flatMap(({ columnId, date, intervals }) => {
    const gaps: { start: number; end: number }[] = [];
    let free = 0;
    for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
      if (start > free) gaps.push({ start: free, end: start });
      free = Math.max(free, end);
    }
    if (free < 1440) gaps.push({ start: free, end: 1440 });
    return gaps.map((gap) => ({
      id: `closed-${columnId ?? "all"}-${date}-${gap.start}`,
      kind: "closed" as const,
      columnId,
      start: wallAt(date, gap.start),
      end: wallAt(date, gap.end),
    }));
  });
}

/** The texture before and after an appointment, for the minutes (of its service) that stay free. */
export function bufferEntries(entry: CalendarEntry, beforeMin: number, afterMin: number): CalendarEntry[] {
  const part = (side: string, start: Wall, end: Wall): CalendarEntry => ({
    id: `buffer-${side}-${entry.id}`,
    kind: "buffer",
    columnId: entry.columnId,
    ...(entry.alsoIn && { alsoIn: entry.alsoIn }),
    start,
    end,
    color: entry.color,
  });
  const parts: CalendarEntry[] = [];
  if (beforeMin > 0) parts.push(part("before", addMinutes(entry.start, -beforeMin), entry.start));
  if (afterMin > 0) parts.push(part("after", entry.end, addMinutes(entry.end, afterMin)));
  return parts;
}

/** An hour of air around everything that is worked or booked, at least 8:00 to 18:00; whole hours. */
export function shownHours(hours: WorkingHours[], appointments: CalendarEntry[]): ShownHours {
  let from = 8 * 60;
  let until = 18 * 60;
  for (const { start, end } of hours.flatMap((day) => day.intervals)) {
    from = Math.min(from, start - 60);
    until = Math.max(until, end + 60);
  }
  for (const { start, end } of appointments) {
    const startMinute = minutesBetween(wallAt(wallDate(start), 0), start);
    from = Math.min(from, startMinute - 30);
    until = Math.max(until, startMinute + minutesBetween(start, end) + 30);
  }
  return {
    from: Math.max(0, Math.floor(from / 60) * 60),
    until: Math.min(1440, Math.ceil(until / 60) * 60),
  };
}

/** Every column that an entry lies in. */
export function columnsWith({ columnId, alsoIn = [] }: CalendarEntry): (string | null)[] {
  return [columnId, ...alsoIn];
}

/** The appointment that a block would run into at `place`, or null: shown under the pointer while dragging. */
export function collisionAt(
  moved: CalendarEntry,
  place: Place,
  entries: CalendarEntry[],
): CalendarEntry | null {
  const end = addMinutes(place.start, minutesBetween(moved.start, moved.end));
  const claims = ({ kind, status }: CalendarEntry) =>
    kind === "session" || status === "pending" || status === "confirmed";
  return (
    entries.find(
      (entry) =>
        isBlock(entry) &&
        entry.id !== moved.id &&
        claims(entry) &&
        columnsWith(entry).includes(place.columnId) &&
        entry.start < end &&
        entry.end > place.start,
    ) ?? null
  );
}
