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
  /** True while the customer chooses a zone. */
  choosingZone: boolean;
};

/** Reads a selection; what makes no sense counts as not chosen. */
export function readSelection(fields: URLSearchParams): Selection {
  const date = fields.get("date") ?? "";
  const month = fields.get("month") ?? "";
  // A pressed pill comes after the hidden field of the same name.
  const start = fields.getAll("start").at(-1) ?? "";
  return {
    service: fields.get("service") ?? "",
    staff: uuidOf(fields.get("staff")),
    location: uuidOf(fields.get("location")),
    date: Number.isNaN(parseLocalDate(date)) ? undefined : date,
    month: Number.isNaN(parseLocalDate(`${month}-01`)) ? undefined : month,
    tz: zoneOf(fields.get("tz")),
    start: Number.isNaN(parseInstant(start)) ? undefined : start,
    choosingZone: fields.get("choose") === "zone",
  };
}

function uuidOf(value: string | null): string | undefined {
  return value && isUuid(value) ? value : undefined;
}

function zoneOf(value: string | null): string | undefined {
  return value && isTimeZone(value) ? value : undefined;
}

/** The selection as query or hidden fields, without what is not chosen. */
export function selectionFields(selection: Partial<Selection>): Record<string, string> {
  const { service, staff, location, month, date, tz, start, choosingZone } = selection;
  const fields = {
    service,
    staff,
    location,
    month,
    date,
    tz,
    start,
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
