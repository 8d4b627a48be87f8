/** The states of an appointment (D9). "Rescheduled" is history, not a state: the visit still stands. */
export const appointmentStatuses = ["pending", "confirmed", "completed", "cancelled", "no_show"] as const;

export type AppointmentStatus = (typeof appointmentStatuses)[number];

/**
 * Which state may follow which. A completed visit and a no-show can be corrected into each other and back to
 * confirmed; a cancelled one stays cancelled, because its time may be someone else's by now.
 */
export const nextStates: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  pending: ["confirmed", "cancelled"],
  confirmed: ["completed", "cancelled", "no_show"],
  completed: ["confirmed", "no_show"],
  cancelled: [],
  no_show: ["confirmed", "completed"],
};

export function mayBecome(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return nextStates[from].includes(to);
}

/** Whether the visit is still to come off: only these can be moved or cancelled. */
export function isOpen(status: AppointmentStatus): boolean {
  return status === "pending" || status === "confirmed";
}
