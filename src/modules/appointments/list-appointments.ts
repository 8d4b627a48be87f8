import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight, seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";
import { readViews } from "./appointment-view.ts";
import type { AppointmentView, ListAppointmentsInput, ListAppointmentsOutput } from "./schema.ts";

/**
 * Appointments in order of their start (F1, F2): a span of the calendar, or a filtered list in pages. Members who see
 * only their own calendar get only that.
 */
export async function listAppointments(
  ctx: TenantContext,
  input: ListAppointmentsInput,
): Promise<Result<ListAppointmentsOutput, "forbidden">> {
  const forbidden = requireRight(ctx.actor, "appointments.read");
  if (forbidden) return forbidden;
  if (ctx.actor.kind === "customer") return ok({ appointments: [], nextCursor: null });

  const { where, values } = conditions(ctx, input);
  const direction = input.order === "desc" ? "DESC" : "ASC";
  const page = `${where} ORDER BY a.starts_at ${direction}, a.id ${direction} LIMIT ${input.limit + 1}`;
  const found = await readViews(ctx, { where: page, values });
  const appointments = found.slice(0, input.limit);
  const more = found.length > input.limit;
  return ok({ appointments, nextCursor: more ? cursorAfter(appointments.at(-1)) : null });
}

function cursorAfter(last: AppointmentView | undefined): string | null {
  return last ? `${last.start}|${last.id}` : null;
}

/** Conditions with their values from `$2` on: `$1` is the tenant. */
function conditions(ctx: TenantContext, input: ListAppointmentsInput): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (condition: (placeholder: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length + 1}`));
  };
  if (input.from) add((at) => `a.ends_at > ${at}`, input.from);
  if (input.to) add((at) => `a.starts_at < ${at}`, input.to);
  if (input.staffId) add(isTheirs, input.staffId);
  if (input.sessionId) add((id) => `a.session_id = ${id}`, input.sessionId);
  if (seesOnlyOwnCalendar(ctx.actor)) add(isTheirs, ownStaffId(ctx));
  if (input.statuses) add((list) => `a.status = ANY (${list})`, input.statuses);
  if (input.search) add(matches, `%${input.search.replace(/[\\%_]/g, "\\$&")}%`);
  if (input.cursor) addCursor(input, add);
  return { where: where.length > 0 ? where.join(" AND ") : "true", values };
}

/** Theirs by name, or because they take part in it: who takes part has a claim. */
function isTheirs(staffId: string): string {
  return `(a.staff_id = ${staffId} OR EXISTS (SELECT FROM occupancy o
    WHERE o.tenant_id = $1 AND o.appointment_id = a.id AND o.subject_id = ${staffId}))`;
}

function matches(pattern: string): string {
  return `(c.name ILIKE ${pattern} OR c.email ILIKE ${pattern} OR c.phone ILIKE ${pattern} OR a.code ILIKE ${pattern})`;
}

function addCursor(
  input: ListAppointmentsInput,
  add: (condition: (placeholder: string) => string, value: unknown) => void,
): void {
  const sign = input.order === "desc" ? "<" : ">";
  add(
    (list) => `(a.starts_at, a.id) ${sign} ((${list}::text[])[1]::timestamptz, (${list}::text[])[2]::uuid)`,
    input.cursor?.split("|"),
  );
}

/** A staff login without a calendar of its own sees nothing: no appointment has this id. */
function ownStaffId(ctx: TenantContext): string {
  const nobody = "00000000-0000-0000-0000-000000000000";
  return ctx.actor.kind === "member" ? (ctx.actor.staffId ?? nobody) : nobody;
}
