import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { saveCustomer } from "#modules/customers/save-customer.ts";
import { readView } from "./appointment-view.ts";
import { findForChange } from "./find-changeable.ts";
import type { AppointmentView, EditAppointmentInput } from "./schema.ts";

type Refusals = "notFound" | "forbidden" | "wrongState" | "inUse";

/** Changes an appointment's notes and its customer's details (F1); what is left out stays. Time: `moveAppointment`. */
export async function editAppointment(
  ctx: TenantContext,
  input: EditAppointmentInput,
): Promise<Result<AppointmentView, Refusals>> {
  const forbidden = requireRight(ctx.actor, "appointments.write");
  if (forbidden) return forbidden;
  const found = await findForChange(ctx, { id: input.id }, input);
  if (!found.ok) return found;
  const { id, customerId, version } = found.value;
  if (input.customer) {
    const saved = await saveCustomer(ctx, { ...input.customer, id: customerId });
    if (!saved.ok) return saved;
  }
  const { notes, internalNotes } = input;
  await ctx.db.appointment.updateMany({
    where: { id },
    data: { notes, internalNotes, version: version + 1 },
  });
  await appendEvent(ctx, {
    type: "appointment.edited",
    subjectType: "appointment",
    subjectId: id,
    payload: { version: version + 1 },
  });
  const view = await readView(ctx, id);
  if (!view) throw new Error("An edited appointment cannot be read back");
  return ok(view);
}
