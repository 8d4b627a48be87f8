import { newId } from "#kernel/ids.ts";
import { actorId, actorKind } from "./events.ts";
import type { Actor, Sql } from "./tenant-context.ts";

/** Something that was done across businesses; `type` is `<noun>.<what happened>`, such as `business.suspended`. */
export type NewPlatformEvent = {
  type: string;
  subjectType: string;
  subjectId: string;
  /** The business that it is about, if it is about one. */
  businessId?: string;
  payload?: Record<string, unknown>;
};

const append = `
  INSERT INTO platform_event (id, type, subject_type, subject_id, business_id, actor_kind, actor_id, payload, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`;

/** Appends to the platform's own trail, in the transaction of whatever `sql` belongs to (A8). */
export async function appendPlatformEvent(
  { sql }: { sql: Sql },
  actor: Extract<Actor, { kind: "platformAdmin" | "siteBuilder" | "system" }>,
  { type, subjectType, subjectId, businessId, payload = {} }: NewPlatformEvent,
): Promise<void> {
  const what = [type, subjectType, subjectId, businessId ?? null];
  await sql(append, [newId(), ...what, actorKind(actor), actorId(actor), JSON.stringify(payload)]);
}
