import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { cancelAppointment } from "#modules/appointments/cancel-appointment.ts";
import { readAppointment } from "#modules/appointments/read-appointment.ts";
import { CancelAppointmentInput } from "#modules/appointments/schema.ts";
import { calendarContentType, calendarFile } from "#modules/notifications/calendar-file.ts";
import { loadBusiness } from "./load-service.ts";
import {
  calendarEntry,
  type Managed,
  manageHref,
  presentCancel,
  presentConfirmation,
  presentManage,
} from "./present-appointment.ts";
import { presentNoAppointment } from "./present-notice.ts";
import type { Answer, Shown, Visit } from "./visit.ts";

const tokenPattern = /^[\w-]{16,200}$/;

/** The appointment behind a link; null when the link leads nowhere. */
export async function readManaged(
  ctx: TenantContext,
  { token, base, canonical }: Pick<Managed, "token" | "base" | "canonical">,
): Promise<Managed | null> {
  const read = tokenPattern.test(token) ? await readAppointment(ctx, { target: { token } }) : null;
  if (!read?.ok) return null;
  const business = await loadBusiness(ctx);
  return { appointment: read.value, business, base, canonical, token, now: ctx.clock.now() };
}

/** Loads the appointment behind a link and shows it, or says that the link leads nowhere. */
export async function withManaged<T>(
  visit: Visit,
  token: string,
  show: (managed: Managed, ctx: TenantContext) => T | Promise<T>,
): Promise<T | Shown> {
  return withTenant(visit.scope, async (ctx): Promise<T | Shown> => {
    const { base, canonical } = visit;
    const managed = await readManaged(ctx, { token, base, canonical });
    if (!managed) return presentNoAppointment({ business: await loadBusiness(ctx), base });
    return show(managed, ctx);
  });
}

/** GET …/booked/<token>: done (row D4). */
export function showConfirmation(visit: Visit, token: string): Promise<Answer> {
  return withManaged(visit, token, (managed) => ({
    model: presentConfirmation(managed),
    business: managed.business,
  }));
}

/** GET …/manage/<token>: the appointment and what may be done (row D5). */
export function showManage(visit: Visit, token: string): Promise<Answer> {
  return withManaged(visit, token, (managed) => ({
    model: presentManage(managed, visit.query.get("done")),
    business: managed.business,
  }));
}

/** GET …/manage/<token>/cancel: the question. */
export function askCancel(visit: Visit, token: string): Promise<Answer> {
  return withManaged<Answer>(visit, token, (managed) =>
    managed.appointment.changeable
      ? { model: presentCancel(managed), business: managed.business }
      : { redirect: manageHref(managed) },
  );
}

/** POST …/manage/<token>/cancel. A refusal (too late, cancelled already) is told by the manage page itself. */
export async function cancel(visit: Visit, token: string): Promise<Answer> {
  const reason = (visit.form.get("reason") ?? "").slice(0, 500);
  const input = CancelAppointmentInput.safeParse({ target: { token }, reason });
  if (!input.success) return showManage(visit, token);
  const cancelled = await withTenant(visit.scope, (ctx) => cancelAppointment(ctx, input.data));
  const address = manageHref({ base: visit.base, token });
  return { redirect: cancelled.ok ? `${address}?done=cancelled` : address };
}

/** GET …/manage/<token>/calendar.ics: the visit for any calendar program (row D4). */
export function downloadCalendar(visit: Visit, token: string): Promise<Answer | Response> {
  return withManaged<Answer | Response>(visit, token, (managed) => {
    const headers = {
      "Content-Type": calendarContentType(managed.appointment.status),
      "Content-Disposition": `attachment; filename="appointment-${managed.appointment.code}.ics"`,
      "Cache-Control": "private, no-store",
    };
    return new Response(calendarFile(calendarEntry(managed)), { headers });
  });
}
