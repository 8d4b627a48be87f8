import { isUuid } from "#kernel/ids.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { isTimeZone } from "#kernel/time/zone-offsets.ts";

/** What the customer has chosen so far, as it travels in addresses and hidden fields. Nothing in it is trusted. */
export type Selection = {
  /** Slug of the service. */
  service: string;
  /** A staff member's id; absent: the first available. */
  staff?: string;
  location?: string;
  /** "YYYY-MM". */
  month?: string;
  /** "YYYY-MM-DD". */
  date?: string;
  /** The zone the customer reads times in; absent: the business's. */
  tz?: string;
  /** Instant. */
  start?: string;
  /** Of a class: the session that begins at `start`, and how many come. */
  session?: string;
  seats?: number;
  /** True while the customer chooses a zone. */
  choosingZone: boolean;
};

/** Reads a selection; what makes no sense counts as not chosen. */
export function readSelection(fields: URLSearchParams): Selection {
  const date = fields.get("date") ?? "";
  const month = fields.get("month") ?? "";
  // A pressed pill comes after the hidden field of the same name.
  const starts = fields.getAll("start");
  const hiddenSession = starts.length > 1 ? null : fields.get("session");
  const [start = "", session = hiddenSession] = (starts.at(-1) ?? "").split("~");
  return {
    service: fields.get("service") ?? "",
    staff: uuidOf(fields.get("staff")),
    location: uuidOf(fields.get("location")),
    date: Number.isNaN(parseLocalDate(date)) ? undefined : date,
    month: Number.isNaN(parseLocalDate(`${month}-01`)) ? undefined : month,
    tz: zoneOf(fields.get("tz")),
    start: Number.isNaN(parseInstant(start)) ? undefined : start,
    session: uuidOf(session),
    seats: seatsOf(fields.get("seats")),
    choosingZone: fields.get("choose") === "zone",
  };
}

function uuidOf(value: string | null): string | undefined {
  return value && isUuid(value) ? value : undefined;
}

/** Most seats that one booking may ask for. */
export const mostSeats = 10;

/** One seat is what nobody has to say. */
function seatsOf(value: string | null): number | undefined {
  const seats = Number(value);
  return Number.isInteger(seats) && seats > 1 && seats <= mostSeats ? seats : undefined;
}

/** What the button of a time submits: its start and, of a class, which session. */
export function pressedValue(start: string, session?: string): string {
  return session ? `${start}~${session}` : start;
}

function zoneOf(value: string | null): string | undefined {
  return value && isTimeZone(value) ? value : undefined;
}

/** The selection as query or hidden fields, without what is not chosen. */
export function selectionFields(selection: Partial<Selection>): Record<string, string> {
  const { service, staff, location, month, date, tz, start, session, seats, choosingZone } = selection;
  const fields = {
    service,
    staff,
    location,
    month,
    date,
    tz,
    start,
    session,
    seats: seats === undefined ? undefined : String(seats),
    choose: choosingZone ? "zone" : undefined,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])),
  );
}

/** An address with the selection in its query. */
export function withSelection(path: string, selection: Partial<Selection>): string {
  const query = new URLSearchParams(selectionFields(selection)).toString();
  return query ? `${path}?${query}` : path;
}
