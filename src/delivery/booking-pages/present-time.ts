import { formatMoney } from "#kernel/money.ts";
import { agreedPrice } from "#modules/appointments/rules/agreed-price.ts";
import type { Link, Summary, TakenModel } from "#ui/booking/frame-model.ts";
import type { Choice, TimeModel } from "#ui/booking/view-model.ts";
import { addressLines, businessFrame, optional, priceInWords } from "./frame.ts";
import { type Offer, timeFrameOf } from "./load-service.ts";
import type { Times } from "./load-times.ts";
import { presentTimes, settledSelection, versionOf } from "./present-times.ts";
import { presentZone } from "./present-zone.ts";
import { mostSeats, type Selection, withSelection } from "./selection.ts";
import {
  count,
  dayAndTime,
  duration,
  phraseElsewhere,
  shortDayAndTime,
  type TimeFrame,
} from "./time-words.ts";

export type TimePageFacts = {
  offer: Offer;
  times: Times;
  selection: Selection;
  base: string;
  /** Address of the page itself. */
  path: string;
  purpose: TimeModel["purpose"];
  /** What links say for "the first available"; nothing where that goes without saying. */
  anybody?: string;
  heading: string;
  back: Link;
  form: TimeModel["form"];
  taken?: TakenModel;
};

/** The page where a time is chosen, for a new booking or another time for an old one. */
export function presentTime(facts: TimePageFacts): TimeModel {
  const { offer, times, selection, base, path } = facts;
  const frame = timeFrameOf(offer, selection.tz);
  const settled = settledSelection(facts);
  const hrefOf = (change: Partial<Selection>) => withSelection(path, { ...settled, ...change });
  const { month, day } = presentTimes(facts);
  const seen = versionOf(JSON.stringify(month), JSON.stringify(day));
  const chosen = { ...settled, choosingZone: selection.choosingZone };
  const at = times.day[0]?.start ?? `${times.today}T12:00:00Z`;
  return {
    ...businessFrame(offer.business, base, facts.purpose === "book" ? offer.service.name : facts.heading),
    page: "time",
    purpose: facts.purpose,
    heading: facts.heading,
    back: facts.back,
    summary: summaryOf(offer, { seats: settled.seats }),
    serviceChoices: facts.purpose === "book" ? serviceChoices(offer, hrefOf) : [],
    staffChoices: staffChoices(offer, hrefOf, facts.anybody),
    locationChoices: locationChoices(offer, hrefOf),
    seatChoices: facts.purpose === "book" ? seatChoices(offer, selection, hrefOf) : [],
    month,
    ...(day && { day }),
    live: { href: withSelection(`${path}/live`, settled), seen },
    zone: presentZone({ frame, at, selection: chosen, path }),
    form: facts.form,
    ...(facts.taken && { taken: facts.taken }),
  };
}

/** What is known of the visit so far. */
export type SoFar = {
  seats?: number | undefined;
  /** Who gives the session of a class. */
  teacherId?: string;
} & ({ start: string; frame: TimeFrame } | { start?: undefined });

/** What is being booked, before a time is chosen and after. */
export function summaryOf(offer: Offer, soFar: SoFar): Summary {
  const { business, service, location } = offer;
  const place = location && placeInWords(location.name, addressLines(location)[0]);
  const { seats = 1 } = soFar;
  return {
    service: service.name,
    duration: duration(service.durationMin),
    price: seats > 1 ? priceOfSeats(offer, seats) : priceInWords(service, business),
    ...optional("photoUrl", service.imageUrl ?? business.photoUrl),
    ...(service.kind === "class" && seats > 1 && { seats: count(seats, "seat") }),
    ...optional("staff", staffInWords(offer, soFar.teacherId)),
    ...optional("place", place),
    ...(soFar.start !== undefined && {
      when: dayAndTime(soFar.start, soFar.frame.zone, soFar.frame.locale),
      whenShort: shortDayAndTime(soFar.start, soFar.frame.zone, soFar.frame.locale),
      ...optional("whenElsewhere", phraseElsewhere(soFar.start, soFar.frame)),
    }),
  };
}

/** What all seats cost together, as it will be booked. */
function priceOfSeats({ service, business }: Offer, seats: number): string {
  const minor = agreedPrice(service, service.durationMin, seats);
  return minor === 0 ? "Free" : formatMoney(minor, business.currency, business.locale);
}

/** Who performs it; where a visit takes several people, that they come together. */
function staffInWords({ service, staff, chosen }: Offer, teacherId: string | undefined): string | undefined {
  const person = chosen ?? staff.find(({ id }) => id === teacherId && service.kind === "class");
  const others = service.staffNeeded - 1;
  if (others < 1) return person?.name;
  return person ? `${person.name} and ${count(others, "colleague")}` : `${others + 1} of the team together`;
}

/** "Mitte, Torstraße 12"; a place named after its street is not said twice. */
function placeInWords(name: string, street: string | undefined): string {
  if (!street) return name;
  return street.includes(name) ? street : `${name}, ${street}`;
}

type HrefOf = (change: Partial<Selection>) => string;

function serviceChoices({ fewServices, service, business }: Offer, hrefOf: HrefOf): Choice[] {
  return fewServices.map((other) => ({
    id: other.id,
    label: other.name,
    detail: `${duration(other.durationMin)} · ${priceInWords(other, business)}`,
    href: hrefOf({ service: other.slug, date: undefined, month: undefined }),
    current: other.id === service.id,
  }));
}

/** With one person there is nothing to choose. */
function staffChoices({ staff, chosen }: Offer, hrefOf: HrefOf, anybody?: string): Choice[] {
  if (staff.length < 2) return [];
  const anyone: Choice = {
    id: "any",
    label: "First available",
    href: hrefOf({ staff: anybody, date: undefined, month: undefined }),
    current: !chosen,
  };
  const people = staff.map((person) => ({
    id: person.id,
    label: person.name,
    ...optional("photoUrl", person.photoUrl),
    href: hrefOf({ staff: person.id, date: undefined, month: undefined }),
    current: person.id === chosen?.id,
  }));
  return [anyone, ...people];
}

/** How many come to a class: from one to all of its seats, and as many as one booking takes. */
function seatChoices({ service }: Offer, { seats = 1 }: Selection, hrefOf: HrefOf): Choice[] {
  if (service.kind !== "class") return [];
  return Array.from({ length: Math.min(service.capacity, mostSeats) }, (_, index) => index + 1).map(
    (number) => ({
      id: String(number),
      label: String(number),
      href: hrefOf({ seats: number === 1 ? undefined : number }),
      current: number === seats,
    }),
  );
}

function locationChoices({ locations, location }: Offer, hrefOf: HrefOf): Choice[] {
  return locations.map((place) => ({
    id: place.id,
    label: place.name,
    ...optional("detail", addressLines(place)[0]),
    href: hrefOf({ location: place.id, date: undefined, month: undefined }),
    current: place.id === location?.id,
  }));
}
