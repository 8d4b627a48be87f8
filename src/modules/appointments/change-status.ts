import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readView } from "./appointment-view.ts";
import { findForChange } from "./find-changeable.ts";
import { type AppointmentStatus, mayBecome } from "./rules/states.ts";
import type { AppointmentView, ChangeStatusInput } from "./schema.ts";

export type StatusRefusals = "notFound" | "forbidden" | "wrongState";

const inWords: Record<AppointmentStatus, string> = {
  pending: "waiting for approval",
  confirmed: "confirmed",
  completed: "completed",
  cancelled: "cancelled",
  no_show: "marked as a no-show",
};

/** The one writer of a member's change of state: allowed transitions only (D9), recorded with who did it. */
export async function changeStatus(
  ctx: TenantContext,
  input: ChangeStatusInput,
  to: { status: AppointmentStatus; eventType: string },
): Promise<Result<AppointmentView, StatusRefusals>> {
  const forbidden = requireRight(ctx.actor, "appointments.write");
  if (forbidden) return forbidden;
  const found = await findForChange(ctx, { id: input.id }, input);
  if (!found.ok) return found;
  const { id, status, version } = found.value;
  if (!mayBecome(status, to.status)) {
    return refuse(
      "wrongState",
      `This appointment is ${inWords[status]} and cannot become ${inWords[to.status]}.`,
    );
  }
  await ctx.sql(
    "UPDATE appointment SET status = $3, version = $4, updated_at = clock_timestamp() WHERE tenant_id = $1 AND id = $2",
    [ctx.tenantId, id, to.status, version + 1],
    "change_status",
  );
  await appendEvent(ctx, {
    type: to.eventType,
    subjectType: "appointment",
    subjectId: id,
    payload: { version: version + 1, from: status },
  });
  const view = await readView(ctx, id);
  if (!view) throw new Error("An appointment cannot be read back after its change of state");
  return ok(view);
}
