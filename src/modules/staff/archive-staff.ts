import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { comingAppointments, countInWords } from "#modules/tenants/rules/coming-appointments.ts";
import type { ArchiveStaffInput } from "./schema.ts";

/** Takes a person out of every list (B3); past appointments keep them. Refused while appointments are coming up. */
export async function archiveStaff(
  ctx: TenantContext,
  input: ArchiveStaffInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "staff.write");
  if (refused) return refused;
  // Appointments that are being written for them are waited for, and counted below.
  const [person] = await ctx.sql<{ id: string; name: string }>(
    "SELECT id, name FROM staff WHERE tenant_id = $1 AND id = $2 AND archived_at IS NULL FOR UPDATE",
    [ctx.tenantId, input.id],
  );
  if (!person) return refuse("notFound", "This person is no longer there.");
  const now = ctx.clock.now();
  const count = await ctx.db.appointment.count({ where: { staffId: person.id, ...comingAppointments(now) } });
  if (count > 0) {
    const words = `${person.name} still has ${countInWords(count)}: move or cancel them first.`;
    return refuse("inUse", words, { appointments: count });
  }
  await ctx.db.staff.updateMany({ where: { id: person.id }, data: { archivedAt: new Date(now) } });
  await appendEvent(ctx, {
    type: "staff.archived",
    subjectType: "staff",
    subjectId: person.id,
    payload: { name: person.name },
  });
  return ok({ id: person.id });
}
