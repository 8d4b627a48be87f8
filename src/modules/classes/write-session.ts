import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result } from "#kernel/result.ts";
import { claimedSpan, claimOffered } from "#modules/appointments/claims.ts";
import { findTeamOffer } from "#modules/appointments/team-offer.ts";
import { wallStartOf } from "#modules/appointments/write-appointment.ts";
import type { ClassTerms } from "./class-terms.ts";

const minute = 60_000;

export type NewSession = {
  /** Null: a single date. */
  scheduleId: string | null;
  /** Epoch minutes. */
  start: number;
  capacity: number;
};

/**
 * Makes a session: claims the teacher's time and a unit for each requirement of the service, buffers included, as a visit
 * would. Refused in words that name who or what is taken.
 */
export async function writeSession(
  ctx: TenantContext,
  terms: ClassTerms,
  { scheduleId, start, capacity }: NewSession,
): Promise<Result<string, "slotTaken" | "notFound">> {
  const id = newId();
  const { serviceId, staffId, locationId, timeZone, durationMin } = terms;
  const startsAt = new Date(start * minute);
  const claimed = await claimForSession(ctx, { id, ...terms, startsAt });
  if (!claimed.ok) return claimed;
  await ctx.sql(
    `INSERT INTO class_session (tenant_id, id, service_id, staff_id, location_id, schedule_id, starts_at, ends_at,
       time_zone, wall_start, capacity)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ctx.tenantId,
      id,
      serviceId,
      staffId,
      locationId,
      scheduleId,
      startsAt,
      new Date(startsAt.getTime() + durationMin * minute),
      timeZone,
      wallStartOf(startsAt, timeZone),
      capacity,
    ],
    "insert_session",
  );
  return ok(id);
}

type Wanted = {
  id: string;
  serviceId: string;
  staffId: string;
  locationId: string;
  startsAt: Date;
  durationMin: number;
  bufferBeforeMin: number;
  bufferAfterMin: number;
};

/** Claims the time of a session; what it has claimed already is free to it, and kept where it can be. */
export async function claimForSession(
  ctx: TenantContext,
  { id, startsAt, ...what }: Wanted,
): Promise<Result<null, "slotTaken" | "notFound">> {
  const { serviceId, staffId, locationId } = what;
  const span = claimedSpan(startsAt, what);
  const wish = { serviceId, staffId, locationId, span, moving: id, staffNeeded: 1 };
  const offer = await findTeamOffer(ctx, wish);
  if (!offer.ok) return offer;
  const offered = { choices: offer.value, span, askAgain: () => findTeamOffer(ctx, wish) };
  const won = await claimOffered(ctx, { kind: "session", id }, offered);
  return won.ok ? ok(null) : won;
}
