import { formatMinuteOfDay, zoneCity } from "#kernel/time/format-time.ts";
import { isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import type { ListServicesOutput, Service } from "#modules/catalog/schema.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
import type { Location, ReadBusinessOutput } from "#modules/tenants/schema.ts";
import { addDays } from "#ui/booking/date-grid-keys.ts";
import type { LandingModel, LocationCard, ServiceRow } from "#ui/booking/view-model.ts";
import {
  addressLines,
  businessFrame,
  mapHref,
  optional,
  type PageBusiness,
  phoneHref,
  priceInWords,
} from "./frame.ts";
import { homeAddress, pictureAddress } from "./outside-address.ts";
import { firstWeekday } from "./present-month.ts";
import { presentStructuredData } from "./structured-data.ts";
import { count, dateInWords, duration } from "./time-words.ts";
import { closedInWords, type WhyClosed } from "./why-closed.ts";

export type LandingFacts = {
  business: PageBusiness;
  catalogue: ListServicesOutput["categories"];
  staff: StaffMember[];
  /** Opening hours by location id; absent: not told. */
  hours: ReadonlyMap<string, ScheduleView>;
  /** Why customers cannot book at all, if they cannot. */
  closed: WhyClosed | null;
  questions: { question: string; answer: string }[];
  base: string;
  /** Where links that leave the page lead (A3). */
  canonical: string;
  /** Epoch milliseconds. */
  now: number;
};

/** The business's own page (row A11). */
export function presentLanding(facts: LandingFacts): LandingModel {
  const { business, base } = facts;
  return {
    ...businessFrame(business, base, business.tagline ?? "Book online"),
    page: "landing",
    title: business.tagline ? `${business.name} · ${business.tagline}` : business.name,
    heading: business.name,
    ...optional("tagline", business.tagline),
    ...optional("description", business.description),
    ...optional("photoUrl", business.photoUrl),
    ...(facts.closed && { closed: closedInWords(facts.closed) }),
    groups: facts.catalogue.map((category) => ({
      ...optional("name", category.name),
      services: category.services.map((service) => serviceRow(service, facts)),
    })),
    staff: facts.staff.map(({ id, name, title, bio, photoUrl }) => ({
      id,
      name,
      ...optional("title", title),
      ...optional("bio", bio),
      ...optional("photoUrl", photoUrl),
    })),
    locations: business.locations.map((location) => locationCard(location, facts)),
    policies: policiesOf(business),
    questions: facts.questions,
    photos: business.photoUrls,
    share: {
      url: homeAddress(facts.canonical),
      imageUrl: business.photoUrl ? pictureAddress(business.photoUrl) : `${facts.canonical}/share.png`,
    },
    structuredData: presentStructuredData(facts),
  };
}

function serviceRow(service: Service, { business, base, closed }: LandingFacts): ServiceRow {
  return {
    id: service.id,
    name: service.name,
    ...optional("description", service.description),
    duration: duration(service.durationMin),
    price: priceInWords(service, business),
    ...optional("imageUrl", service.imageUrl),
    ...(!closed && { href: `${base}/book?service=${service.slug}` }),
  };
}

function locationCard(location: Location, facts: LandingFacts): LocationCard {
  const { business, now } = facts;
  const lines = addressLines(location);
  const schedule = facts.hours.get(location.id);
  const several = business.locations.length > 1;
  const phone = location.phone !== business.phone ? location.phone : null;
  return {
    id: location.id,
    ...(several && { name: location.name }),
    addressLines: lines,
    ...optional("mapHref", mapHref({ ...location, lines })),
    ...(phone && { phone, phoneHref: phoneHref(phone) }),
    hours: schedule ? weekOf(schedule, location, { now, locale: business.locale }) : [],
    ...(location.timeZone !== business.timeZone && { zoneNote: `Times in ${zoneCity(location.timeZone)}` }),
  };
}

/** The next seven days' dates would shift every day; a week that starts as the locale's does stays put. */
function weekOf(
  schedule: ScheduleView,
  location: Location,
  { now, locale }: { now: number; locale: string },
) {
  const today = localDateOf(Math.floor(now / 60_000), location.timeZone);
  const column = (isoWeekday(parseLocalDate(today)) - firstWeekday(locale) + 7) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(today, index - column)).map((date) => ({
    day: dateInWords(date, locale, { weekday: "long" }),
    times: hoursOn(schedule, date, { today, locale }),
    today: date === today,
  }));
}

/** "09:00 – 12:00" and "13:00 – 18:00"; of days past, the usual hours rather than what was special about them. */
function hoursOn(
  schedule: ScheduleView,
  date: string,
  { today, locale }: { today: string; locale: string },
): string[] {
  const special =
    date >= today && schedule.overrides.find((day) => day.dateFrom <= date && date <= day.dateTo);
  const off =
    date >= today && schedule.timeOff.some((day) => !day.part && day.dateFrom <= date && date <= day.dateTo);
  const weekday = isoWeekday(parseLocalDate(date));
  const usual = schedule.week.find((day) => day.weekday === weekday)?.intervals ?? [];
  const intervals = off ? [] : special ? special.intervals : usual;
  if (intervals.length === 0) return ["Closed"];
  const time = (minute: number) => formatMinuteOfDay(minute, locale);
  return intervals.map(({ startMinute, endMinute }) => `${time(startMinute)} – ${time(endMinute)}`);
}

function policiesOf(business: ReadBusinessOutput): string[] {
  const window = business.cancellationWindowMin;
  const rule =
    window === 0 ? "right up to your appointment" : `until ${spanInWords(window)} before your appointment`;
  const text = (business.policyText ?? "").split(/\n+/u).map((line) => line.trim());
  return [`Free to change or cancel ${rule}.`, ...text.filter(Boolean)];
}

function spanInWords(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 1440) return count(minutes / 1440, "day");
  return minutes % 60 === 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
}
