import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { planModeChange } from "./mode-change.ts";
import type { ChangeModeInput, ModePreview } from "./schema.ts";

/** What a change of the mode would do, before it is done (A3). */
export async function previewMode(
  ctx: TenantContext,
  { mode }: ChangeModeInput,
): Promise<Result<ModePreview, "forbidden" | "notFound" | "wrongState">> {
  const refused = requireRight(ctx.actor, "business.own");
  if (refused) return refused;
  const planned = await planModeChange(ctx, mode);
  return "preview" in planned ? ok(planned.preview) : planned;
}
