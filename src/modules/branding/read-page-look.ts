import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { loadLook } from "./look-row.ts";
import { shownLook } from "./rules/shown-look.ts";
import type { PageLook, SaveLookInput } from "./schema.ts";

/**
 * The look as pages and letters show it (A9). With `unsaved`, as they would after saving that: for the preview of
 * whoever changes it; no visitor's request gets here with one.
 */
export async function readPageLook(
  ctx: TenantContext,
  unsaved: SaveLookInput = {},
): Promise<Result<PageLook, "notFound">> {
  const loaded = await loadLook(ctx);
  if (!loaded) return refuse("notFound", "This business is no longer here.");
  const changes = Object.fromEntries(Object.entries(unsaved).filter(([, value]) => value !== undefined));
  return ok(shownLook({ ...loaded.look, ...changes }, loaded.allowed));
}
