import type { TenantContext } from "#database/tenant-context.ts";

/** A hold that ran out is kept a while, so that a late form is told so instead of "not found". */
const deadHolds =
  "DELETE FROM hold WHERE tenant_id = $1 AND expires_at < clock_timestamp() - interval '1 day'";

/** A repeated booking request gets its first answer for this long. */
const oldKeys =
  "DELETE FROM idempotency_key WHERE tenant_id = $1 AND created_at < clock_timestamp() - interval '7 days'";

/** Removes what a business needs no longer: holds that ran out (their claims go with them) and old request keys. */
export async function cleanUp({ tenantId, sql }: TenantContext): Promise<void> {
  await sql(deadHolds, [tenantId]);
  await sql(oldKeys, [tenantId]);
}
