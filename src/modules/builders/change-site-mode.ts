import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { changeMode } from "#modules/tenants/change-mode.ts";
import type { TenantMode } from "#modules/tenants/schema.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import type { OwnBusiness } from "./own-business.ts";

/** Switches between the builder's site alone and a site beside its own address (A3). Hosts and links stay as they are. */
export async function changeSiteMode(
  ctx: TenantContext,
  before: OwnBusiness,
  mode: TenantMode,
): Promise<Refused<"forbidden" | "notFound" | "wrongState"> | null> {
  const changed = await changeMode(ctx, { mode });
  if (!changed.ok) return changed;
  await noteForPlatform(ctx, "business.modeChanged", { mode, previousMode: before.mode });
  return null;
}
