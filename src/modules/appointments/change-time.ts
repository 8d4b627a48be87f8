import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { instantText } from "./appointment-view.ts";
import { assertStillOffered } from "./assert-still-offered.ts";
import { claimedSpan, claimOffered, releaseClaims } from "./claims.ts";
import { giveBackSeats } from "./class-seats.ts";
import type { AppointmentRow } from "./find-changeable.ts";
import type { OfferedChoice, Wish } from "./find-offer.ts";
import { settleConflicts } from "./settle-conflicts.ts";
import { takeSessionSeats } from "./take-offer.ts";
import { wallStartOf } from "./write-appointment.ts";

const minute = 60_000;

export type NewTime = {
  start: Date;
  durationMin: number;
  /** In order of preference, each with the place where they would receive the customer. */
  choices: readonly OfferedChoice[];
  /** What can still be had once all of them were lost to rivals. */
  askAgain: () => Promise<Result<readonly OfferedChoice[]>>;
  /** The zone of each location. */
  zoneOfLocation: Readonly<Record<string, string>>;
  notify: boolean;
};

/**
 * Moves an appointment: its old claims go and the new ones are written in one transaction, so either both happen or
 * neither: a refusal, when every choice was lost to rivals, rolls all of it back.
 */
export async function changeTime(
  ctx: TenantContext,
  appointment: AppointmentRow,
  to: NewTime,
): Promise<Result<null, "slotTaken">> {
  await releaseClaims(ctx, appointment.id);
  const span = claimedSpan(to.start, { ...appointment, durationMin: to.durationMin });
  const owner = { kind: "appointment", id: appointment.id } as const;
  const choice = await claimOffered(ctx, owner, { ...to, span });
  if (!choice.ok) return choice;
  await writeNewTime(ctx, appointment, { ...to, choice: choice.value });
  return ok(null);
}

/**
 * Moves the seats of an appointment to a session of its class that begins at the wished time (D7). The sessions are
 * locked already (`findForChange`).
 */
export async function changeSession(
  ctx: TenantContext,
  appointment: AppointmentRow,
  to: Omit<NewTime, "durationMin" | "askAgain"> & { wish: Wish },
): Promise<Result<null, "slotTaken">> {
  await giveBackSeats(ctx, appointment);
  const taken = await takeSessionSeats(ctx, to.choices, { wish: to.wish });
  if (!taken.ok) return taken;
  await writeNewTime(ctx, appointment, { ...to, ...taken.value });
  return ok(null);
}

/** What a trail keeps of the time before, so that questions about the past can be answered (C6). */
export function whereItWas(visit: Pick<AppointmentRow, "staffId" | "locationId" | "sessionId" | "endsAt">) {
  return {
    previousEnd: instantText(visit.endsAt),
    previousStaffId: visit.staffId,
    previousLocationId: visit.locationId,
    ...(visit.sessionId && { previousSessionId: visit.sessionId }),
  };
}

type WonTime = Omit<NewTime, "choices" | "askAgain"> & {
  choice: Pick<OfferedChoice, "staffId" | "locationId" | "sessionId">;
};

/** Writes where and when an appointment is from now on, and the event by which both sides are told. */
export async function writeNewTime(
  ctx: TenantContext,
  appointment: AppointmentRow,
  { start, durationMin, choice, zoneOfLocation, notify }: WonTime,
): Promise<void> {
  const timeZone = zoneOfLocation[choice.locationId] ?? appointment.timeZone;
  const version = appointment.version + 1;
  await ctx.sql(
    `UPDATE appointment SET starts_at = $3, ends_at = $4, staff_id = $5, location_id = $6, time_zone = $7,
       wall_start = $8, version = $9, session_id = $10, conflict = NULL, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [
      ctx.tenantId,
      appointment.id,
      start,
      new Date(start.getTime() + durationMin * minute),
      choice.staffId,
      choice.locationId,
      timeZone,
      wallStartOf(start, timeZone),
      version,
      choice.sessionId ?? null,
    ],
    "change_time",
  );
  await assertStillOffered(ctx, appointment.id);
  await appendEvent(ctx, {
    type: "appointment.rescheduled",
    subjectType: "appointment",
    subjectId: appointment.id,
    payload: {
      version,
      start: instantText(start),
      staffId: choice.staffId,
      previousStart: instantText(appointment.startsAt),
      ...whereItWas(appointment),
      notify,
    },
  });
  await settleConflicts(ctx);
}
