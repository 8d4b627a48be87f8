import { createHash } from "node:crypto";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";

/**
 * Registers a request under its sender's key, or finds what it made before: `ok(null)` is a first time, `ok(id)` a
 * repetition. A rival with the same key waits here until the first one has committed. Another body under the same key
 * is refused.
 */
export async function registerRequest(
  ctx: TenantContext,
  request: { key: string; body: unknown },
  resultId: string,
): Promise<Result<string | null, "keyReused">> {
  const hash = createHash("sha256").update(JSON.stringify(request.body)).digest("hex");
  const inserted = await ctx.sql(
    `INSERT INTO idempotency_key (tenant_id, key, request_hash, result_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, key) DO NOTHING RETURNING key`,
    [ctx.tenantId, request.key, hash, resultId],
    "register_request",
  );
  if (inserted.length > 0) return ok(null);
  const [earlier] = await ctx.sql<{ request_hash: string; result_id: string }>(
    "SELECT request_hash, result_id FROM idempotency_key WHERE tenant_id = $1 AND key = $2",
    [ctx.tenantId, request.key],
    "earlier_request",
  );
  if (!earlier) throw new Error("An idempotency key vanished while it was read");
  if (earlier.request_hash === hash) return ok(earlier.result_id);
  return refuse("keyReused", "This idempotency key was used before with a different request.");
}
