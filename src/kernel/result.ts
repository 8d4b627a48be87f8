import type { RefusalReason } from "./refusals.ts";

export type Ok<T> = { ok: true; value: T };

/** An expected outcome that is not success. `message` is a sentence for the person who asked. */
export type Refused<R extends RefusalReason = RefusalReason> = {
  ok: false;
  reason: R;
  message: string;
  details?: Record<string, unknown>;
};

/** Expected outcomes are returned, surprises are thrown. With `never` as the reason it cannot be refused. */
export type Result<T, R extends RefusalReason = RefusalReason> =
  | Ok<T>
  | ([R] extends [never] ? never : Refused<R>);

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<R extends RefusalReason>(
  reason: R,
  message: string,
  details?: Record<string, unknown>,
): Refused<R> {
  return details ? { ok: false, reason, message, details } : { ok: false, reason, message };
}
