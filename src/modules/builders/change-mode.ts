import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import type { OwnBusiness } from "./own-business.ts";

/** Switches between the builder's site alone and a site beside its own address (A3). Hosts and links stay as they are. */
export async function changeMode(ctx: TenantContext, before: OwnBusiness, mode: string): Promise<null> {
  await ctx.db.tenant.updateMany({ data: { mode } });
  const payload = { mode, previousMode: before.mode };
  const about = { subjectType: "business", subjectId: ctx.tenantId, payload };
  await appendEvent(ctx, { type: "business.modeChanged", ...about });
  await noteForPlatform(ctx, "business.modeChanged", payload);
  return null;
}
