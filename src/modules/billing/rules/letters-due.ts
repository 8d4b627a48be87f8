const day = 86_400_000;

/** A letter to the owner about a date of the subscription, and the date as its key: each is sent once. */
export type DueLetter = { letter: "trialEnding" | "paymentReminder" | "graceEnding"; key: string };

/** How long before a trial's end the owner hears of it, in milliseconds. */
export const trialWarning = 3 * day;
const secondReminder = 7 * day;
const lastReminder = day;

export type Dates = { status: string; paid: boolean; trialEndsAt: Date | null; graceEndsAt: Date | null };

/**
 * Which letters are due at `now` (A2): three days before a trial ends that nobody pays for; seven days and one day before
 * a payment that failed stops the bookings. One that is overtaken by the next is not due any more.
 */
export function lettersDue({ status, paid, trialEndsAt, graceEndsAt }: Dates, now: number): DueLetter[] {
  if (status === "trialing" && !paid && trialEndsAt) {
    const left = trialEndsAt.getTime() - now;
    return left > 0 && left <= trialWarning ? [{ letter: "trialEnding", key: keyOf(trialEndsAt) }] : [];
  }
  if (status !== "past_due" || !graceEndsAt) return [];
  const left = graceEndsAt.getTime() - now;
  if (left <= 0 || left > secondReminder) return [];
  return [{ letter: left <= lastReminder ? "graceEnding" : "paymentReminder", key: keyOf(graceEndsAt) }];
}

export function keyOf(date: Date): string {
  return date.toISOString().slice(0, 19);
}
