import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { comingAppointments, countInWords } from "./rules/coming-appointments.ts";
import type { ArchiveLocationInput } from "./schema.ts";

/**
 * Takes a location out of every list; past appointments keep it. Refused for the primary location, and while
 * appointments are coming up there.
 */
export async function archiveLocation(
  ctx: TenantContext,
  input: ArchiveLocationInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "inUse" | "invalid">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  // Appointments that are being written for it are waited for, and counted below.
  const [location] = await ctx.sql<{ id: string; name: string; isPrimary: boolean }>(
    `SELECT id, name, is_primary AS "isPrimary" FROM location
     WHERE tenant_id = $1 AND id = $2 AND archived_at IS NULL FOR UPDATE`,
    [ctx.tenantId, input.id],
  );
  if (!location) return refuse("notFound", "This location is no longer there.");
  if (location.isPrimary) {
    return refuse("invalid", "This is the primary location: choose another primary location first.");
  }
  const now = ctx.clock.now();
  const count = await ctx.db.appointment.count({
    where: { locationId: location.id, ...comingAppointments(now) },
  });
  if (count > 0) {
    const words = `${location.name} still has ${countInWords(count)}: move or cancel them first.`;
    return refuse("inUse", words, { appointments: count });
  }
  await ctx.db.location.updateMany({ where: { id: location.id }, data: { archivedAt: new Date(now) } });
  await appendEvent(ctx, {
    type: "location.archived",
    subjectType: "location",
    subjectId: location.id,
    payload: { name: location.name },
  });
  return ok({ id: location.id });
}
