import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { instantText } from "./appointment-view.ts";
import { isInTheirCalendar } from "./find-changeable.ts";
import type { HistoryEntry, ListHistoryInput } from "./schema.ts";

type Row = Omit<HistoryEntry, "at"> & { at: Date };

/** Every change of an appointment, oldest first, with who made it (D9), for those who may see the appointment (F5). */
export async function listHistory(
  ctx: TenantContext,
  input: ListHistoryInput,
): Promise<Result<HistoryEntry[], "notFound" | "forbidden">> {
  const forbidden = requireRight(ctx.actor, "history.read");
  if (forbidden) return forbidden;
  const appointment = await ctx.db.appointment.findFirst({
    where: { id: input.id },
    select: { id: true, staffId: true },
  });
  if (!appointment || !(await isInTheirCalendar(ctx, appointment))) {
    return refuse("notFound", "This appointment does not exist.");
  }
  const rows = await ctx.sql<Row>(
    `SELECT e.id, e.type, e.at, e.actor_kind AS "actorKind", e.payload, u.name AS "actorName"
     FROM event e LEFT JOIN users u ON e.actor_kind = 'member' AND u.id::text = e.actor_id
     WHERE e.tenant_id = $1 AND e.subject_id = $2 AND e.subject_type = 'appointment'
     ORDER BY e.at, e.id`,
    [ctx.tenantId, input.id],
    "list_history",
  );
  return ok(rows.map((row) => ({ ...row, at: instantText(row.at) })));
}
