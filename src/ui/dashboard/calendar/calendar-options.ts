import type { Calendar } from "@event-calendar/core";
import { formatClock } from "#kernel/time/format-time.ts";
import { addMinutes, minutesBetween } from "./business-wall-time.ts";
import {
  type CalendarColumn,
  type CalendarEntry,
  columnsWith,
  isBlock,
  type Place,
  type ShownHours,
} from "./calendar-entry.ts";
import { stepMinutes } from "./keyboard-move.ts";

/** What the calendar shows; everything in wall time of the business. */
export type CalendarShown = {
  view: "day" | "week";
  /** The day shown, or a day of the week shown. */
  date: string;
  locale: string;
  /** What the business's clocks are ahead of UTC by now (`+02:00`): places the line of the present. */
  zoneOffset: string;
  /** 1 is Monday … 7 is Sunday. */
  firstDay: number;
  columns: CalendarColumn[];
  entries: CalendarEntry[];
  hours: ShownHours;
  /** Minutes from midnight that the view opens at. */
  scrollTo: number;
};

/** Options of EventCalendar that follow from what is shown. */
export function shownOptions(shown: CalendarShown): Calendar.Options {
  const byColumn = shown.view === "day";
  return {
    view: byColumn ? "resourceTimeGridDay" : "timeGridWeek",
    date: shown.date,
    locale: shown.locale,
    slotLabelFormat: slotLabels(shown.locale),
    dayHeaderFormat: (day: Date) => `${shortWeekday(day, shown.locale)} ${day.getDate()}`,
    timeZone: shown.zoneOffset,
    firstDay: (shown.firstDay % 7) as 0,
    columnWidth: columnWidth(shown),
    slotHeight: slotHeightFor(shown.entries),
    slotMinTime: `${formatClock(shown.hours.from)}:00`,
    slotMaxTime: `${formatClock(shown.hours.until)}:00`,
    scrollTime: `${formatClock(shown.scrollTo)}:00`,
    resources: shown.columns.map((column) => ({
      id: column.id,
      title: column.name,
      extendedProps: { column },
    })),
    events: shown.entries.map((entry) => eventOf(entry, byColumn)),
  };
}

const usualSlotHeight = 36;
/** Pixels that a block needs to be hit with a finger, or by somebody whose hand shakes (WCAG 2.2, target size). */
const leastBlockHeight = 24;
const slotMinutes = 30;
/** Blocks that are shorter, in minutes, do not stretch the day any further. */
const shortestBlock = 10;

/** Pixels of half an hour: more than usual where the shortest block would be too low to be hit. */
export function slotHeightFor(entries: readonly CalendarEntry[]): number {
  const lengths = entries.filter(isBlock).map(({ start, end }) => minutesBetween(start, end));
  const shortest = Math.max(shortestBlock, Math.min(...lengths));
  return Math.max(usualSlotHeight, Math.ceil((slotMinutes / shortest) * leastBlockHeight));
}

/** A week of several people lays their blocks side by side: its days need the room. */
function columnWidth({ view, columns }: CalendarShown): string {
  if (view === "day") return "minmax(10.5rem, 1fr)";
  return columns.length > 2 ? "minmax(11rem, 1fr)" : "minmax(7rem, 1fr)";
}

/** "Mon": of the browser's date, which EventCalendar has already set to the day that it shows. */
function shortWeekday(day: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: "short" }).format(day);
}

/** "9 AM" where hours are counted to twelve, "09:00" elsewhere. */
function slotLabels(locale: string): Intl.DateTimeFormatOptions {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return hourCycle === "h12" || hourCycle === "h11"
    ? { hour: "numeric" }
    : { hour: "2-digit", minute: "2-digit" };
}

function eventOf(entry: CalendarEntry, byColumn: boolean): Calendar.EventInput {
  return {
    id: entry.id,
    start: `${entry.start}:00`,
    end: `${entry.end}:00`,
    resourceIds: byColumn ? columnsWith(entry).filter((id) => id !== null) : [],
    display: isBlock(entry) ? "auto" : "background",
    editable: entry.kind === "appointment" && canMove(entry),
    classNames: classesOf(entry),
    styles: entry.color ? [`--sk-entry-color:${entry.color}`] : [],
    extendedProps: { entry },
  };
}

/** Only what still claims its time can be moved. */
export function canMove(entry: CalendarEntry): boolean {
  return entry.status === "pending" || entry.status === "confirmed";
}

function classesOf(entry: CalendarEntry): string[] {
  if (!isBlock(entry)) return [`sk-${entry.kind}`];
  const classes = ["sk-appointment", `sk-${(entry.status ?? "confirmed").replace("_", "-")}`];
  if (entry.grabbed) classes.push("sk-grabbed");
  return classes;
}

/** Options that never change. Events keep their length: it is the service's. */
export const constantOptions: Calendar.Options = {
  headerToolbar: { start: "", center: "", end: "" },
  height: "100%",
  allDaySlot: false,
  nowIndicator: true,
  selectable: true,
  editable: true,
  eventDurationEditable: false,
  slotDuration: "00:30:00",
  slotLabelInterval: "01:00:00",
  snapDuration: { minutes: stepMinutes },
  slotEventOverlap: false,
  eventLongPressDelay: 350,
  selectLongPressDelay: 450,
};

/** The entry that an event of EventCalendar was made from; none for its own previews of a selection. */
export function entryOf(event: Calendar.Event): CalendarEntry | undefined {
  return event.extendedProps.entry as CalendarEntry | undefined;
}

/**
 * Where a drag has taken an entry. Counted from the entry's own wall time and not read from the event's `Date`,
 * which the browser's zone would bend around its clock changes.
 */
export function placeAfter(
  entry: CalendarEntry,
  drag: { delta: Calendar.Duration; newResource?: Calendar.Resource },
): Place {
  const minutes = drag.delta.days * 1440 + drag.delta.seconds / 60;
  return { start: addMinutes(entry.start, minutes), columnId: drag.newResource?.id ?? entry.columnId };
}
