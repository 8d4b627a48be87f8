import { newId } from "#kernel/ids.ts";
import { announceChange, type ChangedSpan, noTime, spanOf } from "./announce-change.ts";
import type { Actor, TenantContext } from "./tenant-context.ts";

/** Something that happened; `type` is `<noun>.<what happened>`, such as `appointment.booked`. */
export type NewEvent = {
  type: string;
  subjectType: string;
  subjectId: string;
  payload?: Record<string, unknown>;
};

const appendAndWake = `
  WITH appended AS (
    INSERT INTO event (tenant_id, id, type, subject_type, subject_id, actor_kind, actor_id, payload, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())
    RETURNING id
  )
  SELECT enqueue('dispatch-event', jsonb_build_object('eventId', id), 'event:' || id) FROM appended`;

/**
 * Appends to the event log, enqueues its wake-up and announces what it may have changed about free times, in the verb's
 * transaction: nothing is sent for what rolled back, nothing is lost of what committed. Returns the event's id.
 */
export async function appendEvent(ctx: TenantContext, event: NewEvent): Promise<string> {
  const id = newId();
  const { type, subjectType, subjectId, payload = {} } = event;
  const row = [ctx.tenantId, id, type, subjectType, subjectId, actorKind(ctx.actor), actorId(ctx.actor)];
  await Promise.all([
    ctx.sql(appendAndWake, [...row, JSON.stringify(payload)], "append_event"),
    ...spansTouched(event).map((span) => announceChange(ctx, span)),
  ]);
  return id;
}

/** Events that change nothing about what is free. */
const quietSubjects = new Set([
  "domain",
  "customer",
  "category",
  "invitation",
  "membership",
  "question",
  "look",
]);

/** What an event may have changed about free times: where a visit is and was, or (undefined) anything at all. */
function spansTouched({ subjectType, payload = {} }: NewEvent): (ChangedSpan | undefined)[] {
  if (quietSubjects.has(subjectType)) return [];
  const starts = [payload.start, payload.previousStart].filter((start) => typeof start === "string");
  if (starts.length > 0) return starts.map((start) => spanOf(new Date(start)));
  return [subjectType === "appointment" ? noTime : undefined];
}

/** Who did it, as the trail has it: a platform admin who acts as a business is named as such. */
export function actorKind(actor: Actor): Actor["kind"] {
  return actor.kind === "member" && actor.isPlatformAdmin ? "platformAdmin" : actor.kind;
}

export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "member":
    case "platformAdmin":
      return actor.userId;
    case "customer":
      return actor.customerId ?? null;
    case "apiKey":
      return actor.keyId;
    case "siteBuilder":
      return actor.builderId;
    case "system":
      return actor.job;
    case "assistant":
      return null;
  }
}
