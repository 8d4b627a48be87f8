/** What an e-mail tells a customer. */
export type CustomerMessageKind = "booked" | "requested" | "rescheduled" | "rezoned" | "cancelled";

/** What an e-mail tells; "reassigned" tells a staff member that a visit of theirs is now another's. */
export type MessageKind = CustomerMessageKind | "reassigned";

/** Whom it tells. */
export type Audience = "customer" | "staff";

type Entry = {
  kind: CustomerMessageKind;
  audiences: readonly Audience[];
  /** Only when the event left this state: a "completed" taken back is no approval. */
  from?: string;
};

/** Which events lead to which message (H1), and to whom. An event that is not here is told to nobody. */
export const messageTable: Readonly<Record<string, Entry>> = {
  "appointment.booked": { kind: "booked", audiences: ["customer", "staff"] },
  "appointment.pending": { kind: "requested", audiences: ["customer", "staff"] },
  "appointment.confirmed": { kind: "booked", audiences: ["customer"], from: "pending" },
  "appointment.rescheduled": { kind: "rescheduled", audiences: ["customer", "staff"] },
  "appointment.rezoned": { kind: "rezoned", audiences: ["customer", "staff"] },
  "appointment.cancelled": { kind: "cancelled", audiences: ["customer", "staff"] },
};

/** What is known of the event and of the people it concerns. */
export type MessageOccasion = {
  eventType: string;
  appointmentId: string;
  /** The appointment's version that the event made. */
  version: number;
  /** The state that the event left, when it was a change of state. */
  from: string | null;
  /** The appointment's state now. */
  status: string;
  customerEmail: string | null;
  staffEmail: string | null;
  /** Whoever had the visit before, when a move gave it to another and they did not do so themselves. */
  formerStaffEmail: string | null;
  /** False when whoever made the change chose not to tell the customer. */
  tellCustomer: boolean;
  /** True when the staff member made the change. */
  byStaffMember: boolean;
};

export type PlannedMessage = { kind: MessageKind; audience: Audience; effectKey: string; recipient: string };

/**
 * The messages (H1) of one event, each with the key under which it is sent once. Nobody is told of a booking or a move
 * that has been cancelled meanwhile, and no staff member of what they did themselves.
 */
export function planMessages(occasion: MessageOccasion): PlannedMessage[] {
  const entry = messageTable[occasion.eventType];
  if (!entry || isOvertaken(entry.kind, occasion.status)) return [];
  if (entry.from && entry.from !== occasion.from) return [];
  const { formerStaffEmail } = occasion;
  return [
    ...entry.audiences.flatMap((audience) =>
      plan(occasion, entry.kind, { audience, recipient: recipientOf(audience, occasion) }),
    ),
    ...(entry.kind === "rescheduled"
      ? plan(occasion, "reassigned", { audience: "staff", recipient: formerStaffEmail })
      : []),
  ];
}

type Subject = Pick<MessageOccasion, "appointmentId" | "version">;

function plan(
  subject: Subject,
  kind: MessageKind,
  to: { audience: Audience; recipient: string | null },
): PlannedMessage[] {
  const { audience, recipient } = to;
  if (!recipient) return [];
  const effectKey = `${kind}:${subject.appointmentId}:${subject.version}:${audience}`;
  return [{ kind, audience, effectKey, recipient }];
}

/** A booking, request or move is no news any more once the appointment is cancelled. */
export function isOvertaken(kind: MessageKind, status: string): boolean {
  return kind !== "cancelled" && status === "cancelled";
}

function recipientOf(audience: Audience, occasion: MessageOccasion): string | null {
  if (audience === "customer") return occasion.tellCustomer ? occasion.customerEmail : null;
  return occasion.byStaffMember ? null : occasion.staffEmail;
}
