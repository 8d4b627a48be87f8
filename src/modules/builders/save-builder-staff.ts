import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { saveStaff } from "#modules/staff/save-staff.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseWithoutSay } from "./own-business.ts";
import type { BuilderStaffInput } from "./schema.ts";

type Saved = BuilderStaffInput & { id: string; created: boolean };
type Reason = "notFound" | "wrongState" | "forbidden" | "planLimit";

/**
 * Adds somebody whose time can be booked, or changes the one with this e-mail address (A1). A new one performs every
 * service, in the opening hours.
 */
export async function saveBuilderStaff(
  ctx: TenantContext,
  input: BuilderStaffInput,
): Promise<Result<Saved, Reason>> {
  const refused = await refuseWithoutSay(ctx);
  if (refused) return refused;
  const { email } = input;
  const before = await ctx.db.staff.findFirst({ where: { email, archivedAt: null }, select: { id: true } });
  const saved = await saveStaff(
    ctx,
    before ? { ...input, id: before.id } : { ...input, serviceIds: await everything(ctx) },
  );
  if (!saved.ok) return saved;
  await noteForPlatform(ctx, "business.staffSaved", { staffId: saved.value.id });
  return ok({ ...input, id: saved.value.id, created: !before });
}

async function everything(ctx: TenantContext): Promise<string[]> {
  const services = await ctx.db.service.findMany({ where: { archivedAt: null }, select: { id: true } });
  return services.map(({ id }) => id);
}
