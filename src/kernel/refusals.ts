/**
 * Every reason for which a verb may refuse. Each transport has one exhaustive table from these to its own
 * codes, so a new reason does not compile until it is mapped everywhere.
 */
export const refusalReasons = [
  /** The input is well-formed but makes no sense together (an end before its start). */
  "invalid",
  /** Not there, or another business's. */
  "notFound",
  /** Someone else has this time: offer the nearest free ones. */
  "slotTaken",
  /** The business does not offer this time (closed, notice, horizon …). */
  "notOffered",
  /** The hold ran out and the time went to someone else. */
  "holdExpired",
  /** The policy's deadline has passed. */
  "tooLate",
  /** The appointment's state does not allow it. */
  "wrongState",
  /** The actor's role does not allow it. */
  "forbidden",
  /** Too many attempts; `details.retryAfterSeconds` says how long to wait. */
  "rateLimited",
  /** A name, slug or address that must be unique is in use. */
  "inUse",
  /** An idempotency key was used before with another body. */
  "keyReused",
  /** The business's plan does not include it; `details` has what is limited and the plan that lifts it. */
  "planLimit",
  /** A provider that is needed for it cannot be reached; nothing was changed. */
  "unavailable",
] as const;

export type RefusalReason = (typeof refusalReasons)[number];
