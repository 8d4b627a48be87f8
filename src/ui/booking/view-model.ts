import type { CancelModel, ConfirmationModel, ManageModel, MoveModel } from "./appointment-model.ts";
import type { Frame, Link, Summary, TakenModel } from "./frame-model.ts";

/**
 * What each booking page shows, as plain JSON: the server builds it, both sides render it.
 * Every word that depends on locale, zone or currency is formatted by the server; every `href` and `action`
 * is complete (it carries the base path), so a component never builds an address.
 */
export type PageModel =
  | LandingModel
  | TimeModel
  | DetailsModel
  | ConfirmationModel
  | ManageModel
  | MoveModel
  | CancelModel
  | TextModel
  | NoticeModel;

export type LandingModel = Frame & {
  page: "landing";
  heading: string;
  tagline?: string;
  description?: string;
  photoUrl?: string;
  /** Shown instead of the ways to book when the business takes no bookings now. */
  closed?: { heading: string; text: string };
  groups: ServiceGroup[];
  staff: StaffCard[];
  locations: LocationCard[];
  policies: string[];
  /** What customers ask often. */
  questions: { question: string; answer: string }[];
  /** More pictures, as addresses. */
  photos: string[];
  /** Absolute addresses for the preview of a shared link. */
  share: { url: string; imageUrl: string };
  /** schema.org JSON-LD for search engines, ready to print. */
  structuredData?: Record<string, unknown>;
};

export type ServiceGroup = { name?: string; services: ServiceRow[] };

export type ServiceRow = {
  id: string;
  name: string;
  description?: string;
  /** "45 min". */
  duration: string;
  /** "$60"; absent when the business shows none. */
  price?: string;
  imageUrl?: string;
  /** Absent when bookings are off. */
  href?: string;
};

export type StaffCard = { id: string; name: string; title?: string; bio?: string; photoUrl?: string };

export type LocationCard = {
  id: string;
  name?: string;
  addressLines: string[];
  mapHref?: string;
  phone?: string;
  phoneHref?: string;
  /** Monday first or as the locale starts its week. */
  hours: { day: string; times: string[]; today: boolean }[];
  /** "Times in New York" when the location's zone is not the visitor's first guess. */
  zoneNote?: string;
};

export type Choice = {
  id: string;
  label: string;
  detail?: string;
  photoUrl?: string;
  href: string;
  current: boolean;
};

export type TimeModel = Frame & {
  page: "time";
  purpose: "book" | "reschedule";
  heading: string;
  /** Where "back" leads: the services, or the appointment. */
  back: Link;
  summary: Summary;
  /** Only where there are few services: then service and time are on one screen. */
  serviceChoices: Choice[];
  staffChoices: Choice[];
  locationChoices: Choice[];
  /** Of a class: how many come. */
  seatChoices: Choice[];
  month: MonthModel;
  day?: DayModel;
  /** Where the browser hears of changes, and the version of month and day that it has (row C5). */
  live: { href: string; seen: string };
  zone: ZoneModel;
  /** The form that every pill submits. */
  form: { action: string; method: "post" | "get"; hidden: Record<string, string> };
  taken?: TakenModel;
};

/** What of a time page changes while it is open. */
export type LiveTimes = { month: MonthModel; day: DayModel | null };

export type MonthModel = {
  /** "March 2026". */
  label: string;
  /** "YYYY-MM". */
  month: string;
  previousHref?: string;
  nextHref?: string;
  weekdays: { short: string; long: string }[];
  weeks: WeekRow[];
  /** Set when the month has no times: "Next available: Tuesday 3 March". */
  next?: Link;
  /** True when nothing is offered in this month. */
  empty: boolean;
};

/** One row of the month; a week that starts or ends outside it has blank columns. */
export type WeekRow = { blanksBefore: number; days: DayCell[]; blanksAfter: number };

export type DayCell = {
  /** "YYYY-MM-DD". */
  date: string;
  day: number;
  /** "Tuesday 3 March, times available". */
  label: string;
  /** Absent on days without times. */
  href?: string;
  today: boolean;
  selected: boolean;
};

export type DayModel = {
  date: string;
  /** "Tuesday 3 March". */
  heading: string;
  groups: TimeGroup[];
  /** Set when nothing is left on the day. */
  empty?: { text: string; next?: Link };
  /** For the live region: "5 times on Tuesday 3 March". */
  announcement: string;
};

export type TimeGroup = { name: string; times: TimePill[] };

export type TimePill = {
  /** Instant. */
  start: string;
  /** What the button submits, and what tells one time from another. */
  value: string;
  /** "14:30", with the offset when the wall time exists twice that day. */
  label: string;
  /** "08:30" at the business, when its zone shows another time. */
  elsewhere?: string;
  /** "14:30, Tuesday 3 March" for a screen reader, with the business's time where it differs. */
  name: string;
  /** Of a class: who teaches, and what is left. */
  session?: { teacher: string; seats: string };
  /** Shown, and cannot be pressed: a full class, or a time that went a moment ago. */
  off?: "full" | "gone";
};

export type ZoneModel = {
  /** The zone that the times are shown in. */
  id: string;
  /** The business's zone, against which the browser compares its own. */
  businessId: string;
  /** True when the address names the zone: the browser then leaves it alone. */
  chosen: boolean;
  /** "Times in Berlin". */
  label: string;
  /** "New York is 6 hours behind", when the two differ. */
  difference?: string;
  changeHref: string;
  /** Set once the customer asks to change the zone: a plain form with a select. */
  chooser?: {
    action: string;
    hidden: Record<string, string>;
    zones: { id: string; label: string }[];
    cancelHref: string;
  };
};

/** A time kept while the form is filled in; `expiresAt` tells one keeping from the next. */
export type HoldModel = { secondsLeft: number; expiresAt: string; extendAction: string };

export type DetailsField = "name" | "email" | "phone" | "notes";

export type DetailsModel = Frame & {
  page: "details";
  heading: string;
  back: Link;
  summary: Summary;
  action: string;
  hidden: Record<string, string>;
  values: Record<DetailsField, string>;
  errors: Partial<Record<DetailsField, string>>;
  /** A problem with the form as a whole, in words. */
  problem?: string;
  phoneRequired: boolean;
  /** "Free to cancel until Mon 2 March, 14:30." */
  policy?: string;
  /** "Book for Tuesday 14:30". */
  submitLabel: string;
  hold?: HoldModel;
  /** The hold is gone, the time may still be free. */
  holdGone?: string;
  taken?: TakenModel;
};

/** A page of text. */
export type TextModel = Frame & {
  page: "text";
  heading: string;
  back: Link;
  sections: { heading?: string; paragraphs: string[] }[];
};

export type NoticeKind =
  | "unknownBusiness"
  | "notFound"
  | "closed"
  | "tooMany"
  | "expired"
  | "forbidden"
  | "error";

/** A whole page that says one thing and what to do next. */
export type NoticeModel = Frame & {
  page: "notice";
  kind: NoticeKind;
  heading: string;
  text: string;
  action?: Link;
};
