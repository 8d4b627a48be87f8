import { formatDayTime, zoneCity } from "#kernel/time/format-time.ts";

export type VisitTime = {
  /** Instant, ISO 8601. */
  startsAt: string;
  /** IANA zone of the place. */
  timeZone: string;
  /** IANA zone the customer saw times in. */
  customerTimeZone: string | null;
  locale: string;
};

/**
 * The time of a visit for its customer (C4): in their zone and, where clocks differ at that moment, in the place's too.
 * `["Tue 3 March, 14:30 (New York time)"]` or `["Tue 3 March, 20:30 (Berlin time)", "Tue 3 March, 14:30 (New York time)"]`.
 */
export function customerTimes({ startsAt, timeZone, customerTimeZone, locale }: VisitTime): string[] {
  const there = `${formatDayTime(startsAt, timeZone, locale)} (${zoneCity(timeZone)} time)`;
  if (!customerTimeZone) return [there];
  const here = formatDayTime(startsAt, customerTimeZone, locale);
  if (here === formatDayTime(startsAt, timeZone, locale)) return [there];
  return [`${here} (${zoneCity(customerTimeZone)} time)`, there];
}

/** The short form for subjects: in the customer's zone, without its name. */
export function shortTime({ startsAt, timeZone, customerTimeZone, locale }: VisitTime): string {
  return formatDayTime(startsAt, customerTimeZone ?? timeZone, locale);
}

/**
 * The policy as one sentence with its deadline (D5): the last moment at which the customer may change or cancel, which
 * is `windowMin` minutes before the start.
 */
export function policySentence(visit: VisitTime, windowMin: number, nowMs: number): string {
  const deadlineMs = Date.parse(visit.startsAt) - windowMin * 60_000;
  if (deadlineMs <= nowMs)
    return "It is too late to change or cancel online: please call us if you cannot come.";
  const deadline = new Date(deadlineMs).toISOString();
  const [when] = customerTimes({ ...visit, startsAt: deadline });
  return `Free to cancel or reschedule until ${when}.`;
}

export type Address = {
  addressLine1: string | null;
  addressLine2: string | null;
  postalCode: string | null;
  city: string | null;
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
};

/** Where the postal code follows the town and its state: "New York, NY 10002", and not "10117 Berlin". */
const codeLast = new Set(["US", "CA", "AU", "GB", "NZ", "IE", "IN"]);

/** The lines of an address that are known: street, addition, town as its country writes it. */
export function addressLines(address: Address): string[] {
  return [address.addressLine1, address.addressLine2, townLine(address)].filter((line): line is string =>
    Boolean(line),
  );
}

function townLine({ postalCode, city, region, country }: Address): string {
  const known = (parts: (string | null)[], between: string) => parts.filter(Boolean).join(between);
  if (codeLast.has(country ?? "")) return known([city, known([region, postalCode], " ")], ", ");
  return known([postalCode, city], " ");
}

/** Opens the place on a map; null when there is no address to look for. */
export function mapHref(name: string, lines: string[]): string | null {
  if (lines.length === 0) return null;
  const query = encodeURIComponent([name, ...lines].join(", "));
  return `https://www.google.com/maps/search/?api=1&query=${query}`;
}

/** "Mia" of "Mia Chen": how a letter greets. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}
