import type { SubscriptionStatus } from "../schema.ts";

/** What a change of a subscription's state brings with it, besides the state itself (A2). */
export type Change = {
  /** No new bookings from customers, or these again. Nothing is deleted. */
  bookings?: "stop" | "goOn";
  /** What the owner is told. */
  letter?: "paymentFailed" | "suspended" | "restored";
};

type Table = Readonly<Record<SubscriptionStatus, Readonly<Record<SubscriptionStatus, Change>>>>;

const nothing: Change = {};
const failed: Change = { letter: "paymentFailed" };
const stop: Change = { bookings: "stop", letter: "suspended" };
const goOn: Change = { bookings: "goOn", letter: "restored" };

/**
 * From which state to which, and what follows. Every pair can happen: the provider decides, its events come late or
 * never, and whoever runs the installation may do anything there.
 */
export const changes: Table = {
  trialing: { trialing: nothing, active: nothing, past_due: failed, suspended: stop, cancelled: nothing },
  active: { trialing: nothing, active: nothing, past_due: failed, suspended: stop, cancelled: nothing },
  past_due: { trialing: nothing, active: nothing, past_due: nothing, suspended: stop, cancelled: nothing },
  suspended: { trialing: goOn, active: goOn, past_due: goOn, suspended: nothing, cancelled: goOn },
  cancelled: { trialing: nothing, active: nothing, past_due: failed, suspended: stop, cancelled: nothing },
};
