import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { saveService } from "#modules/catalog/save-service.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseWithoutSay } from "./own-business.ts";
import type { BuilderServiceInput } from "./schema.ts";

type Saved = BuilderServiceInput & { id: string; created: boolean };
type Reason = "notFound" | "wrongState" | "forbidden" | "inUse" | "invalid" | "planLimit";

/**
 * Adds a service, or changes the one at this address, so that a new site can be booked at once (A1). A new one is
 * performed by everybody; who performs it later is the owner's to say, and stays.
 */
export async function saveBuilderService(
  ctx: TenantContext,
  input: BuilderServiceInput,
): Promise<Result<Saved, Reason>> {
  const refused = await refuseWithoutSay(ctx);
  if (refused) return refused;
  const { slug } = input;
  const before = await ctx.db.service.findFirst({ where: { slug }, select: { id: true } });
  const saved = await saveService(
    ctx,
    before ? { ...input, id: before.id } : { ...input, staffIds: await everybody(ctx) },
  );
  if (!saved.ok) return saved;
  await noteForPlatform(ctx, "business.serviceSaved", { slug });
  return ok({ ...input, id: saved.value.id, created: !before });
}

async function everybody(ctx: TenantContext): Promise<string[]> {
  const staff = await ctx.db.staff.findMany({ where: { archivedAt: null }, select: { id: true } });
  return staff.map(({ id }) => id);
}
