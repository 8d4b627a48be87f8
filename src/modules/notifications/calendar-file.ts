import ical, { ICalAlarmType, ICalCalendarMethod, type ICalEventData, ICalEventStatus } from "ical-generator";
import { systemClock } from "#kernel/clock.ts";

/** A visit as a calendar shows it. It carries what the person needs to get there and nothing about others. */
export type CalendarEntry = {
  /** The appointment's id: the entry's UID is made of it, so that a change finds the entry it changes. */
  uid: string;
  /** The appointment's version: calendars ignore an older entry that arrives late. */
  sequence: number;
  /** The appointment's state; only pending and cancelled make a difference. */
  status: string;
  /** Instants, ISO 8601. */
  start: string;
  end: string;
  summary: string;
  location?: string;
  description?: string;
  /** Where the visit is managed. */
  url?: string;
  /** The business as the organiser, when it has an address. */
  organizer?: { name: string; email: string };
  /** When the entry was written, ISO 8601; the present when absent. */
  stamp?: string;
};

const oneDay = 24 * 60 * 60;
const twoHours = 2 * 60 * 60;

/** Stable across e-mails, downloads and changes: the same appointment is the same entry. */
export function calendarUid(appointmentId: string): string {
  return `${appointmentId}@slotkeeper`;
}

/** CANCEL removes the entry from a calendar, PUBLISH adds or updates it; neither asks for an answer. */
export function calendarMethod(status: string): "CANCEL" | "PUBLISH" {
  return status === "cancelled" ? "CANCEL" : "PUBLISH";
}

/** The media type of the file, for a download or an attachment. */
export function calendarContentType(status: string): string {
  return `text/calendar; charset=utf-8; method=${calendarMethod(status)}`;
}

/** The calendar file (D4) of one visit, as iCalendar text: instants in UTC, reminders a day and two hours before. */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = ical({
    prodId: { company: "Slotkeeper", product: "Booking", language: "EN" },
    method: ICalCalendarMethod[calendarMethod(entry.status)],
  });
  calendar.createEvent(eventData(entry));
  return calendar.toString();
}

function eventData(entry: CalendarEntry): ICalEventData {
  const cancelled = entry.status === "cancelled";
  return {
    id: calendarUid(entry.uid),
    sequence: entry.sequence,
    stamp: new Date(entry.stamp ?? systemClock.now()),
    start: new Date(entry.start),
    end: new Date(entry.end),
    summary: entry.summary,
    status: statusOf(entry.status),
    location: entry.location ?? null,
    description: entry.description ?? null,
    url: entry.url ?? null,
    organizer: entry.organizer ?? null,
    alarms: cancelled ? [] : [oneDay, twoHours].map((trigger) => ({ type: ICalAlarmType.display, trigger })),
  };
}

function statusOf(status: string): ICalEventStatus {
  if (status === "cancelled") return ICalEventStatus.CANCELLED;
  return status === "pending" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** One way to put a visit into a calendar on the web. */
export type AddToCalendarLink = { name: "Google" | "Outlook" | "Office 365" | "Yahoo"; href: string };

/** Links that open the visit, filled in, in the four calendars that offer such a link (D4). */
export function addToCalendarLinks(entry: CalendarEntry): AddToCalendarLink[] {
  const { summary, start, end } = entry;
  const location = entry.location ?? "";
  const details = [entry.description, entry.url].filter(Boolean).join("\n\n");
  const outlook = {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: summary,
    startdt: extended(start),
    enddt: extended(end),
    location,
    body: details,
  };
  return [
    {
      name: "Google",
      href: address("https://calendar.google.com/calendar/render", {
        action: "TEMPLATE",
        text: summary,
        dates: `${basic(start)}/${basic(end)}`,
        location,
        details,
      }),
    },
    { name: "Outlook", href: address("https://outlook.live.com/calendar/0/deeplink/compose", outlook) },
    { name: "Office 365", href: address("https://outlook.office.com/calendar/0/deeplink/compose", outlook) },
    {
      name: "Yahoo",
      href: address("https://calendar.yahoo.com/", {
        v: "60",
        title: summary,
        st: basic(start),
        et: basic(end),
        in_loc: location,
        desc: details,
      }),
    },
  ];
}

/** Percent-encoded throughout: these calendars print a `+` where others read a space. */
function address(base: string, parameters: Record<string, string>): string {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== "");
  return `${base}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/** `2026-03-03T14:30:00Z` */
function extended(instant: string): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** `20260303T143000Z` */
function basic(instant: string): string {
  return extended(instant).replace(/[-:]/g, "");
}
