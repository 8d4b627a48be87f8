import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import { changeStatus, type StatusRefusals } from "./change-status.ts";
import type { AppointmentView, ChangeStatusInput } from "./schema.ts";

/** The visit took place (D9). */
export function completeAppointment(
  ctx: TenantContext,
  input: ChangeStatusInput,
): Promise<Result<AppointmentView, StatusRefusals>> {
  return changeStatus(ctx, input, { status: "completed", eventType: "appointment.completed" });
}
