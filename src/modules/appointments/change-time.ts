import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { instantText } from "./appointment-view.ts";
import { assertStillOffered } from "./assert-still-offered.ts";
import { claimedSpan, claimFirstFree, releaseClaims, type Seat } from "./claims.ts";
import type { AppointmentRow } from "./find-changeable.ts";
import { wallStartOf } from "./write-appointment.ts";

const minute = 60_000;

export type NewTime = {
  start: Date;
  durationMin: number;
  /** In order of preference, each with the place where they would receive the customer. */
  candidates: readonly Seat[];
  /** The zone of each location. */
  zoneOfLocation: Readonly<Record<string, string>>;
  notify: boolean;
};

/**
 * Moves an appointment: its old claim goes and the new one is written in one transaction, so either both happen or
 * neither. Returns false when every candidate's time was taken; the caller then refuses, which rolls all of it back.
 */
export async function changeTime(
  ctx: TenantContext,
  appointment: AppointmentRow,
  to: NewTime,
): Promise<boolean> {
  await releaseClaims(ctx, appointment.id);
  const span = claimedSpan(to.start, { ...appointment, durationMin: to.durationMin });
  const owner = { kind: "appointment", id: appointment.id } as const;
  const seat = await claimFirstFree(ctx, owner, { seats: to.candidates, span });
  if (!seat) return false;

  const timeZone = to.zoneOfLocation[seat.locationId] ?? appointment.timeZone;
  const version = appointment.version + 1;
  await ctx.sql(
    `UPDATE appointment SET starts_at = $3, ends_at = $4, staff_id = $5, location_id = $6, time_zone = $7,
       wall_start = $8, version = $9, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [
      ctx.tenantId,
      appointment.id,
      to.start,
      new Date(to.start.getTime() + to.durationMin * minute),
      seat.staffId,
      seat.locationId,
      timeZone,
      wallStartOf(to.start, timeZone),
      version,
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
      start: instantText(to.start),
      staffId: seat.staffId,
      previousStart: instantText(appointment.startsAt),
      previousStaffId: appointment.staffId,
      notify: to.notify,
    },
  });
  return true;
}
