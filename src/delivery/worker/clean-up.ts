import type { TenantContext } from "#database/tenant-context.ts";

/** A hold that ran out is kept a while, so that a late form is told so instead of "not found". */
const deadHolds =
  "DELETE FROM hold WHERE tenant_id = $1 AND expires_at < clock_timestamp() - interval '1 day'";

/** A repeated booking request gets its first answer for this long. */
const oldKeys =
  "DELETE FROM idempotency_key WHERE tenant_id = $1 AND created_at < clock_timestamp() - interval '7 days'";

/** Why a time was not offered is asked of the past year at most. */
const goneRules =
  "DELETE FROM availability_rule WHERE tenant_id = $1 AND removed_at < clock_timestamp() - interval '400 days'";

/** Removes what a business needs no longer: holds that ran out (their claims go with them), old keys, rules long gone. */
export async function cleanUp({ tenantId, sql }: TenantContext): Promise<void> {
  await sql(deadHolds, [tenantId]);
  await sql(oldKeys, [tenantId]);
  await sql(goneRules, [tenantId]);
}
