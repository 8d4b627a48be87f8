import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";

/** Null, unless a website builder looks after the hosts of the business's site: then they are the builder's to change. */
export async function refuseBuilders(ctx: TenantContext): Promise<Refused<"wrongState"> | null> {
  const builders = await ctx.db.tenant.count({ where: { builderId: { not: null } } });
  if (builders === 0 || ctx.actor.kind !== "member") return null;
  return refuse("wrongState", "The maker of your site looks after its addresses. Change them there.");
}
