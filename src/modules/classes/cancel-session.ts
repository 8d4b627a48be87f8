import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { instantText } from "#modules/appointments/appointment-view.ts";
import { cancelLockedSession } from "./end-session.ts";
import { lockComingSession } from "./lock-sessions.ts";
import type { CancelledSession, CancelSessionInput } from "./schema.ts";

/** Cancels one date of a class and everything that is booked in it; the teacher's time and the room are free at once. */
export async function cancelSession(
  ctx: TenantContext,
  input: CancelSessionInput,
): Promise<Result<CancelledSession, "forbidden" | "notFound" | "wrongState">> {
  const forbidden = requireRight(ctx.actor, "schedule.write");
  if (forbidden) return forbidden;
  const found = await lockComingSession(ctx, input.id);
  if (!found.ok) return found;
  const cancelled = await cancelLockedSession(ctx, found.value, input);
  await appendEvent(ctx, {
    type: "class.session_cancelled",
    subjectType: "class_session",
    subjectId: input.id,
    payload: { start: instantText(found.value.startsAt), reason: input.reason ?? null, cancelled },
  });
  return ok({ id: input.id, cancelled });
}
