import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readView } from "./appointment-view.ts";
import { isInTheirCalendar } from "./find-changeable.ts";
import { appointmentOfToken } from "./manage-link.ts";
import type { AppointmentView, ReadAppointmentInput } from "./schema.ts";

/**
 * One appointment: for a customer by the manage link's token (D5), for a member by its id, where it is in a calendar that
 * they may see.
 */
export async function readAppointment(
  ctx: TenantContext,
  input: ReadAppointmentInput,
): Promise<Result<AppointmentView, "notFound" | "forbidden">> {
  const forbidden = requireRight(ctx.actor, "appointments.read");
  if (forbidden) return forbidden;
  const { target } = input;
  const notThere = refuse("notFound", "This appointment does not exist.");
  if ("id" in target && ctx.actor.kind === "customer") return notThere;
  const id = "token" in target ? await appointmentOfToken(ctx, target.token) : target.id;
  const view = id ? await readView(ctx, id) : null;
  if (!view) return notThere;
  return (await isInTheirCalendar(ctx, { id: view.id, staffId: view.staff.id })) ? ok(view) : notThere;
}
