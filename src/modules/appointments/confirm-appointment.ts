import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import { changeStatus, type StatusRefusals } from "./change-status.ts";
import type { AppointmentView, ChangeStatusInput } from "./schema.ts";

/** Approves a pending visit, or takes back "completed" and "no-show" (D6, D9). */
export function confirmAppointment(
  ctx: TenantContext,
  input: ChangeStatusInput,
): Promise<Result<AppointmentView, StatusRefusals>> {
  return changeStatus(ctx, input, { status: "confirmed", eventType: "appointment.confirmed" });
}
