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
  | NoticeModel;

/** What every page has: the business's header and the document's head. */
export type Frame = {
  /** BCP 47, for `lang`. */
  locale: string;
  direction: "ltr" | "rtl";
  /** Document title; also what a screen reader hears after a change of page. */
  title: string;
  /** Path prefix of the business's pages: "" on its own host, "/<slug>" on the app's. */
  base: string;
  /** Absent where the business is unknown. */
  business?: { name: string; homeHref: string; logoUrl?: string };
  /** One quiet line at the foot: contact of the business. */
  contact?: Contact;
};

export type Contact = { phone?: string; phoneHref?: string; email?: string };

/** Label and address of a link or of a button-shaped link. */
export type Link = { label: string; href: string };

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
  /** Absolute addresses for the preview of a shared link. */
  share: { url: string; imageUrl?: string };
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

/** The left pane, and on a phone the bar at the bottom: what is being booked so far. */
export type Summary = {
  photoUrl?: string;
  service: string;
  duration: string;
  price?: string;
  staff?: string;
  place?: string;
  /** "Tuesday 3 March, 14:30". */
  when?: string;
  /** "08:30 in New York", when the customer's zone shows another time. */
  whenElsewhere?: string;
  /** "Tue 3 March, 14:30" for the bar. */
  whenShort?: string;
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
  staffChoices: Choice[];
  locationChoices: Choice[];
  month: MonthModel;
  day?: DayModel;
  zone: ZoneModel;
  /** The form that every pill submits. */
  form: { action: string; method: "post" | "get"; hidden: Record<string, string> };
  taken?: TakenModel;
};

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
  /** "Tuesday 3 March, 5 times". */
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
  groups: { name: string; times: TimePill[] }[];
  /** For the live region: "5 times on Tuesday 3 March". */
  announcement: string;
};

export type TimePill = {
  /** Instant, the value that the button submits. */
  start: string;
  /** "14:30", with the offset when the wall time exists twice that day. */
  label: string;
  /** "08:30" at the business, when its zone shows another time. */
  elsewhere?: string;
  /** "14:30, Tuesday 3 March" for a screen reader, with the business's time where it differs. */
  name: string;
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

/** Someone else was quicker. */
export type TakenModel = {
  heading: string;
  text: string;
  /** Nearest free times; each is a submit button named `start`. */
  nearest: { start: string; label: string }[];
  more?: Link;
};

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
  hold?: { secondsLeft: number; extendAction: string };
  /** The hold is gone, the time may still be free. */
  holdGone?: string;
  taken?: TakenModel;
};

export type AppointmentState = "confirmed" | "pending" | "cancelled" | "completed" | "noShow";

/** Facts of one appointment, as confirmation, manage, move and cancel pages show them. */
export type AppointmentFacts = {
  state: AppointmentState;
  /** "Confirmed". */
  stateLabel: string;
  code: string;
  service: string;
  /** "45 min · $60". */
  detail: string;
  when: string;
  whenElsewhere?: string;
  staff?: string;
  place?: string;
  addressLines: string[];
  directionsHref?: string;
  customerName?: string;
};

export type CalendarLinks = { file: Link; services: Link[] };

export type ConfirmationModel = Frame & {
  page: "confirmation";
  heading: string;
  text: string;
  facts: AppointmentFacts;
  calendar?: CalendarLinks;
  rescheduleHref?: string;
  cancelHref?: string;
  policy?: string;
};

export type ManageModel = Frame & {
  page: "manage";
  heading: string;
  /** "Moved to …", after a change. */
  done?: string;
  /** Why nothing can be changed: past the deadline, already cancelled, in the past. */
  blocked?: { heading: string; text: string };
  facts: AppointmentFacts;
  calendar?: CalendarLinks;
  rescheduleHref?: string;
  cancelHref?: string;
  policy?: string;
  again?: Link;
};

export type MoveModel = Frame & {
  page: "move";
  heading: string;
  back: Link;
  summary: Summary;
  from: string;
  to: string;
  toElsewhere?: string;
  action: string;
  hidden: Record<string, string>;
  submitLabel: string;
  taken?: TakenModel;
};

export type CancelModel = Frame & {
  page: "cancel";
  heading: string;
  back: Link;
  facts: AppointmentFacts;
  action: string;
  hidden: Record<string, string>;
  reason: string;
  policy?: string;
  submitLabel: string;
  keepLabel: string;
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
