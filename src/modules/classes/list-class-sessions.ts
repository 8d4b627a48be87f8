import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight, seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";
import type { ListClassSessionsInput, ListClassSessionsOutput } from "./schema.ts";
import { readSessions } from "./session-view.ts";

/** The dates of classes in a span of the calendar, for the team (D7). Who sees only their own calendar gets only that. */
export async function listClassSessions(
  ctx: TenantContext,
  input: ListClassSessionsInput,
): Promise<Result<ListClassSessionsOutput, "forbidden">> {
  const forbidden = requireRight(ctx.actor, "appointments.read");
  if (forbidden) return forbidden;
  if (ctx.actor.kind === "customer") return ok({ sessions: [] });
  const own =
    ctx.actor.kind === "member" && seesOnlyOwnCalendar(ctx.actor) ? (ctx.actor.staffId ?? "") : null;
  if (own === "") return ok({ sessions: [] });
  const sessions = await readSessions(ctx, {
    where: `c.ends_at > $2 AND c.starts_at < $3 AND ($4::uuid IS NULL OR c.service_id = $4)
      AND ($5::uuid IS NULL OR c.staff_id = $5) AND ($6::uuid IS NULL OR c.staff_id = $6)
      AND ($7 OR c.cancelled_at IS NULL)`,
    values: [
      input.from,
      input.to,
      input.serviceId ?? null,
      input.staffId ?? null,
      own,
      input.includeCancelled,
    ],
  });
  return ok({ sessions });
}
