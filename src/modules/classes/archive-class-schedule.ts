import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { cancelLockedSession, removeEmptySession } from "./end-session.ts";
import { lockComingSessionsOf } from "./lock-sessions.ts";
import type { ArchiveClassScheduleInput, ArchivedClassSchedule } from "./schema.ts";

/** Ends a class that repeats: coming sessions that nobody has booked go, the others stay unless they are to be cancelled. */
export async function archiveClassSchedule(
  ctx: TenantContext,
  input: ArchiveClassScheduleInput,
): Promise<Result<ArchivedClassSchedule, "forbidden" | "notFound">> {
  const forbidden = requireRight(ctx.actor, "schedule.write");
  if (forbidden) return forbidden;
  const [schedule] = await ctx.sql(
    `UPDATE class_schedule SET archived_at = clock_timestamp(), updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2 AND archived_at IS NULL RETURNING id`,
    [ctx.tenantId, input.id],
  );
  if (!schedule) return refuse("notFound", "This class schedule is no longer there.");
  const outcome: ArchivedClassSchedule = { id: input.id, removed: 0, cancelled: 0, kept: [] };
  for (const session of await lockComingSessionsOf(ctx, input.id)) {
    if (session.seatsTaken === 0) {
      await removeEmptySession(ctx, session);
      outcome.removed++;
    } else if (input.cancelBooked) {
      await cancelLockedSession(ctx, session, input);
      outcome.cancelled++;
    } else outcome.kept.push(session.wallStart.slice(0, 10));
  }
  outcome.kept.sort();
  const { id: subjectId, ...payload } = outcome;
  await appendEvent(ctx, {
    type: "class.schedule_archived",
    subjectType: "class_schedule",
    subjectId,
    payload,
  });
  return ok(outcome);
}
