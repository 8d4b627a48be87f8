import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { findHold, holdView } from "./holds.ts";
import type { HoldTokenInput, HoldView } from "./schema.ts";

/** What a page's hold is for and until when; `live` is false once it ran out (D3). */
export async function readHold(
  ctx: TenantContext,
  input: HoldTokenInput,
): Promise<Result<HoldView, "notFound">> {
  const hold = await findHold(ctx, input.token);
  if (!hold) return refuse("notFound", "This time is no longer kept for you. Please choose it again.");
  return ok(holdView(hold, input.token));
}
