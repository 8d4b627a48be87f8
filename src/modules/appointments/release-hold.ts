import type { TenantContext } from "#database/tenant-context.ts";
import { type Ok, ok } from "#kernel/result.ts";
import { deleteHold, lockHold } from "./holds.ts";
import type { HoldTokenInput } from "./schema.ts";

/** Frees a held time at once, for a customer who turned back (D3). A hold that is gone already is fine. */
export async function releaseHold(ctx: TenantContext, input: HoldTokenInput): Promise<Ok<null>> {
  const hold = await lockHold(ctx, input.token);
  if (hold) await deleteHold(ctx, hold);
  return ok(null);
}
