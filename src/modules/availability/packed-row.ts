import type { Bookables } from "./rules/bookables.ts";
import type { RuleRow } from "./rules/rule-book.ts";

/** The one row that `packedSchedule` answers with, as the driver hands it over. */
export type PackedSchedule = {
  business: Bookables["business"] | null;
  service: PackedService | null;
  places: [id: string, name: string, timeZone: string][] | null;
  staff: PackedStaff[] | null;
  /** Of those who perform the service, how many there are in all stages. */
  staffInAll: number;
  rules: PackedRule[] | null;
  holidays: PackedCalendar[] | null;
  travel: [fromPlace: string, toPlace: string, minutes: number][] | null;
  resources: PackedResource[] | null;
  claims: Buffer | null;
  claimPlaces: Buffer | null;
  visits: PackedVisits | null;
  sessions: PackedSession[] | null;
  others: PackedOthers | null;
};

export type PackedService = {
  duration: number;
  slotInterval: number;
  grid: "hours" | "clock";
  bufferBefore: number;
  bufferAfter: number;
  kind: "individual" | "class";
  assignment: "order" | "load" | "weight";
  staffNeeded: number;
  noticeMin: number | null;
  horizonDays: number | null;
  maxPerDay: number | null;
  maxPerWeek: number | null;
  /** Resource by requirement; null for the resource when it is no longer there to be taken. */
  needs: [requirement: number, resourceId: string | null][] | null;
  online: boolean;
  archived: boolean;
};

export type PackedStaff = [
  id: string,
  name: string,
  noticeMin: number | null,
  horizonDays: number | null,
  maxPerDay: number | null,
  maxPerWeek: number | null,
  weight: number,
  recentVisits: number,
  placeIds: string[],
];

export type PackedRule = [
  id: string,
  kind: RuleRow["kind"],
  staffId: string | null,
  locationId: string | null,
  serviceId: string | null,
  resourceId: string | null,
  weekday: number | null,
  startMinute: number | null,
  endMinute: number | null,
  firstDay: number | null,
  lastDay: number | null,
  priority: number,
  everyWeeks: number,
  anchorDay: number | null,
  nthOfMonth: number | null,
];

/** Of the business when no location is named. */
export type PackedCalendar = [
  locationId: string | null,
  country: string,
  region: string | null,
  worked: string[],
];

export type PackedResource = [id: string, name: string, placeId: string | null, unitIds: string[]];

/** Starts in epoch minutes. */
export type PackedVisits = { ofService: number[] | null; ofStaff: [staffId: string, start: number][] | null };

export type PackedSession = [
  id: string,
  staffId: string,
  placeId: string,
  start: number,
  end: number,
  capacity: number,
  seatsTaken: number,
];

/**
 * What the staff of later stages have at most: hours on weekdays, hours on dates, and whether somebody of them follows
 * the opening hours.
 */
export type PackedOthers = {
  weekly: [weekday: number, startMinute: number, endMinute: number][] | null;
  dates: [firstDay: number, lastDay: number, startMinute: number, endMinute: number][] | null;
  followers: boolean;
};
