import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { requireRoom } from "#modules/plans/require-room.ts";
import type { RestoreStaffInput } from "./schema.ts";

/** Brings an archived person back with their services, locations and hours (B3). */
export async function restoreStaff(
  ctx: TenantContext,
  input: RestoreStaffInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "planLimit">> {
  const refused = requireRight(ctx.actor, "staff.write") ?? (await requireRoom(ctx, "staff"));
  if (refused) return refused;
  const { count } = await ctx.db.staff.updateMany({
    where: { id: input.id, archivedAt: { not: null } },
    data: { archivedAt: null },
  });
  if (count === 0) return refuse("notFound", "This person is not in the archive.");
  await appendEvent(ctx, { type: "staff.restored", subjectType: "staff", subjectId: input.id });
  return ok({ id: input.id });
}
