import type { Frame, Link, Summary, TakenModel } from "./frame-model.ts";

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
  /** "Room 2": what it takes beside people. */
  room?: string;
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
