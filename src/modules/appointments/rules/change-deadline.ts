const minute = 60_000;

/** The last instant at which a customer may cancel or reschedule: `windowMin` minutes before the start (B5). */
export function changeDeadline(start: Date, windowMin: number): Date {
  return new Date(start.getTime() - windowMin * minute);
}

/** Whether the deadline has passed at `now` (epoch milliseconds). */
export function isPastDeadline(start: Date, windowMin: number, now: number): boolean {
  return now > changeDeadline(start, windowMin).getTime();
}
