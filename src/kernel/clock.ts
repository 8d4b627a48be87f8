/** The only source of the present; verbs take it from their context, tests fix it. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
};

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still at `epochMs`. */
export function fixedClock(epochMs: number): Clock {
  return { now: () => epochMs };
}
