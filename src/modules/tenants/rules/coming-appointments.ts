/** Appointments that have not ended at `now` (epoch milliseconds) and still stand, as a Prisma filter. */
export function comingAppointments(now: number) {
  return { status: { in: ["pending", "confirmed"] }, endsAt: { gt: new Date(now) } };
}

/** "1 coming appointment", "3 coming appointments". */
export function countInWords(count: number): string {
  return count === 1 ? "1 coming appointment" : `${count} coming appointments`;
}
