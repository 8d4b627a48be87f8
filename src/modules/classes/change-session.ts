import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { wallTimeOf } from "#kernel/time/wall-time.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { instantText } from "#modules/appointments/appointment-view.ts";
import { writeNewTime } from "#modules/appointments/change-time.ts";
import { freeClaims } from "#modules/appointments/claims-again.ts";
import { lockOpenAppointments } from "#modules/appointments/find-changeable.ts";
import { settleConflicts } from "#modules/appointments/settle-conflicts.ts";
import { wallStartOf } from "#modules/appointments/write-appointment.ts";
import { type ClassTerms, loadClassTerms } from "./class-terms.ts";
import { loadClosedDates } from "./closed-dates.ts";
import { lockComingSession, type SessionRow } from "./lock-sessions.ts";
import type { ChangedSession, ChangeSessionInput } from "./schema.ts";
import { readSession } from "./session-view.ts";
import { claimForSession } from "./write-session.ts";

const minute = 60_000;

type Refusals = "forbidden" | "notFound" | "wrongState" | "invalid" | "notOffered" | "slotTaken";

/** The session as it shall be. */
type Target = { startsAt: Date; endsAt: Date; durationMin: number; capacity: number; terms: ClassTerms };

/**
 * Changes one date of a class: its teacher, place, time (the room follows) or seats, never fewer than are booked. What is
 * booked in it moves along, and customers are told, unless only the number of seats has changed.
 */
export async function changeSession(
  ctx: TenantContext,
  input: ChangeSessionInput,
): Promise<Result<ChangedSession, Refusals>> {
  const forbidden = requireRight(ctx.actor, "schedule.write");
  if (forbidden) return forbidden;
  const found = await lockComingSession(ctx, input.id);
  if (!found.ok) return found;
  const session = found.value;
  const { seatsTaken } = session;
  if (input.capacity !== undefined && input.capacity < seatsTaken) {
    return refuse(
      "invalid",
      `${seatsTaken} seats are booked: choose at least ${seatsTaken}, or cancel some.`,
    );
  }
  const target = await targetOf(ctx, session, input);
  if (!target.ok) return target;
  const moves = isMove(session, target.value);
  const refused = moves ? await moveClaims(ctx, session, target.value) : null;
  if (refused) return refused;
  await writeSessionRow(ctx, session, target.value);
  const moved = moves ? await moveBookings(ctx, session, { ...target.value, notify: input.notify }) : 0;
  await appendEvent(ctx, {
    type: "class.session_changed",
    subjectType: "class_session",
    subjectId: session.id,
    payload: {
      ...{ start: instantText(target.value.startsAt), previousStart: instantText(session.startsAt) },
      ...{ staffId: target.value.terms.staffId, previousStaffId: session.staffId },
      ...{ capacity: target.value.capacity, previousCapacity: session.capacity, moved },
      ...{ previousEnd: instantText(session.endsAt), previousLocationId: session.locationId },
    },
  });
  return ok({ session: await readSession(ctx, session.id), moved });
}

async function targetOf(
  ctx: TenantContext,
  session: SessionRow,
  input: ChangeSessionInput,
): Promise<Result<Target, Refusals>> {
  const { serviceId, staffId, locationId } = session;
  const where = { serviceId, staffId: input.staffId ?? staffId, locationId: input.locationId ?? locationId };
  const terms = await loadClassTerms(ctx, where);
  if (!terms.ok) return terms;
  const startsAt = input.start ? new Date(input.start) : session.startsAt;
  if (startsAt.getTime() <= ctx.clock.now()) return refuse("invalid", "This time has already passed.");
  const lengthMs = session.endsAt.getTime() - session.startsAt.getTime();
  const endsAt = new Date(startsAt.getTime() + lengthMs);
  const capacity = input.capacity ?? session.capacity;
  return ok({ startsAt, endsAt, durationMin: lengthMs / minute, capacity, terms: terms.value });
}

function isMove(session: SessionRow, { startsAt, terms }: Target): boolean {
  return (
    startsAt.getTime() !== session.startsAt.getTime() ||
    terms.staffId !== session.staffId ||
    terms.locationId !== session.locationId
  );
}

/** The old claims go before the new ones are made; a refusal rolls both back. */
async function moveClaims(
  ctx: TenantContext,
  session: SessionRow,
  { startsAt, durationMin, terms }: Target,
): Promise<Refused<"notOffered" | "slotTaken" | "notFound"> | null> {
  const wall = wallTimeOf(startsAt.getTime() / minute, terms.timeZone);
  const day = parseLocalDate(wall.date);
  const closed = await loadClosedDates(ctx, { ...terms, durationMin }, { first: day, last: day });
  const away = closed.whyOff({ day, minute: wall.minute });
  if (away) return refuse("notOffered", away, { because: "timeOff" });
  if (await isPlanned(ctx, session, wallStartOf(startsAt, terms.timeZone))) {
    return refuse("slotTaken", "The class takes place at this time already.", { because: "taken" });
  }
  await freeClaims(ctx, { kind: "session", id: session.id });
  const claimed = await claimForSession(ctx, { ...terms, id: session.id, startsAt, durationMin });
  if (!claimed.ok) return claimed;
  await settleConflicts(ctx);
  return null;
}

/** Whether another session of the same schedule is at this wall time. */
async function isPlanned(ctx: TenantContext, session: SessionRow, wallStart: string): Promise<boolean> {
  if (!session.scheduleId) return false;
  const others = await ctx.sql(
    "SELECT 1 FROM class_session WHERE tenant_id = $1 AND schedule_id = $2 AND wall_start = $3 AND id <> $4",
    [ctx.tenantId, session.scheduleId, wallStart, session.id],
    "session_at",
  );
  return others.length > 0;
}

async function writeSessionRow(ctx: TenantContext, { id }: SessionRow, target: Target): Promise<void> {
  const { startsAt, endsAt, capacity, terms } = target;
  await ctx.sql(
    `UPDATE class_session SET staff_id = $3, location_id = $4, starts_at = $5, ends_at = $6, time_zone = $7,
       wall_start = $8, capacity = $9, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [
      ctx.tenantId,
      id,
      terms.staffId,
      terms.locationId,
      startsAt,
      endsAt,
      terms.timeZone,
      wallStartOf(startsAt, terms.timeZone),
      capacity,
    ],
    "change_session",
  );
}

async function moveBookings(
  ctx: TenantContext,
  { id }: SessionRow,
  { startsAt, durationMin, terms, notify }: Target & { notify: boolean },
): Promise<number> {
  const { staffId, locationId, timeZone } = terms;
  const booked = await lockOpenAppointments(ctx, id);
  for (const appointment of booked) {
    await writeNewTime(ctx, appointment, {
      ...{ start: startsAt, durationMin, notify },
      choice: { staffId, locationId, sessionId: id },
      zoneOfLocation: { [locationId]: timeZone },
    });
  }
  return booked.length;
}
