import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { saveLocation } from "#modules/tenants/save-location.ts";
import { findPrimaryLocation } from "./primary-location.ts";
import { changedFields } from "./rules/changed-fields.ts";
import type { SiteAddressInput } from "./schema.ts";

/** Says where the business receives its customers (B2): the address of its primary location. */
export async function saveSiteAddress(
  ctx: TenantContext,
  address: SiteAddressInput,
): Promise<Refused<"forbidden" | "notFound" | "invalid" | "planLimit"> | null> {
  const { id, name, ...before } = await findPrimaryLocation(ctx);
  const changed = changedFields(before, address);
  if (Object.keys(changed).length === 0) return null;
  const saved = await saveLocation(ctx, { id, name, ...changed });
  return saved.ok ? null : saved;
}
