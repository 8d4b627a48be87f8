import { z } from "zod";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { addOwnerLetters } from "./owner-letter.ts";
import {
  type MessageOccasion,
  messageTable,
  type PlannedMessage,
  planMessages,
} from "./rules/message-table.ts";
import { ownerLetterOf } from "./rules/owner-letters.ts";

export type DeliverEventInput = { eventId: string };

/** What an event about an appointment says beside its type. */
const payloadSchema = z.object({
  version: z.number().int(),
  /** False when the customer is not to be told. */
  notify: z.boolean().default(true),
  from: z.string().nullable().default(null),
  previousStaffId: z.uuid().nullable().default(null),
});

type EventRow = {
  type: string;
  subjectId: string;
  actorKind: string;
  actorId: string | null;
  payload: unknown;
};

/**
 * Turns one event into the messages it leads to (H1): a row and a job each, and the mark that the event is done, all in
 * the caller's transaction. Seeing an event twice changes nothing: a message's effect key is unique. Returns the ids
 * of the messages that are new.
 */
export async function deliverEvent(ctx: TenantContext, input: DeliverEventInput): Promise<string[]> {
  const event = await ctx.db.event.findFirst({
    where: { id: input.eventId },
    select: { type: true, subjectId: true, actorKind: true, actorId: true, payload: true },
  });
  if (!event) return [];
  const letter = ownerLetterOf(event.type);
  const added = letter ? await addOwnerLetters(ctx, letter, keyOf(event.payload)) : [];
  const occasion = messageTable[event.type] ? await loadOccasion(ctx, event) : null;
  for (const message of occasion ? planMessages(occasion) : []) {
    const id = await addNotification(ctx, event.subjectId, message);
    if (id) added.push(id);
  }
  await ctx.sql(
    "INSERT INTO event_dispatch (tenant_id, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    [ctx.tenantId, input.eventId],
    "mark_dispatched",
  );
  return added;
}

/** What a letter to owners is about: the same is told once. */
function keyOf(payload: unknown): string {
  return z.object({ key: z.string() }).parse(payload).key;
}

async function loadOccasion(ctx: TenantContext, event: EventRow): Promise<MessageOccasion | null> {
  const appointment = await ctx.db.appointment.findFirst({
    where: { id: event.subjectId },
    select: {
      status: true,
      staffId: true,
      customer: { select: { email: true } },
      staff: { select: { email: true } },
    },
  });
  if (!appointment) return null;
  const { version, notify, from, previousStaffId } = payloadSchema.parse(event.payload);
  return {
    eventType: event.type,
    appointmentId: event.subjectId,
    version,
    from,
    status: appointment.status,
    customerEmail: appointment.customer.email,
    staffEmail: appointment.staff.email,
    formerStaffEmail: await formerStaffEmail(ctx, event, { previousStaffId, staffId: appointment.staffId }),
    tellCustomer: notify,
    byStaffMember: await isActorStaff(ctx, event, appointment.staffId),
  };
}

type Handover = { previousStaffId: string | null; staffId: string };

async function formerStaffEmail(
  ctx: TenantContext,
  event: EventRow,
  { previousStaffId, staffId }: Handover,
): Promise<string | null> {
  if (!previousStaffId || previousStaffId === staffId) return null;
  if (await isActorStaff(ctx, event, previousStaffId)) return null;
  const former = await ctx.db.staff.findFirst({ where: { id: previousStaffId }, select: { email: true } });
  return former?.email ?? null;
}

/** Whether the member who acted is the staff member concerned. */
async function isActorStaff(ctx: TenantContext, event: EventRow, staffId: string): Promise<boolean> {
  if (event.actorKind !== "member" || !event.actorId) return false;
  const membership = await ctx.db.membership.findFirst({
    where: { userId: event.actorId, staffId },
    select: { id: true },
  });
  return membership !== null;
}

const insertOnce = `
  WITH added AS (
    INSERT INTO notification (tenant_id, id, appointment_id, kind, audience, channel, effect_key, recipient)
    VALUES ($1, $2, $3, $4, $5, 'email', $6, $7)
    ON CONFLICT (tenant_id, effect_key) DO NOTHING
    RETURNING id
  )
  SELECT id, enqueue('send-notification', jsonb_build_object('notificationId', id), 'notification:' || id) FROM added`;

async function addNotification(
  ctx: TenantContext,
  appointmentId: string,
  message: PlannedMessage,
): Promise<string | null> {
  const { kind, audience, effectKey, recipient } = message;
  const [added] = await ctx.sql<{ id: string }>(
    insertOnce,
    [ctx.tenantId, newId(), appointmentId, kind, audience, effectKey, recipient],
    "add_notification",
  );
  return added?.id ?? null;
}
