import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireTeam } from "#modules/tenants/rules/team-only.ts";
import { loadLook } from "./look-row.ts";
import { safeCss } from "./rules/shown-look.ts";
import type { ReadLookOutput } from "./schema.ts";

/** The look as the business chose it, with what of it customers do not see, and why (A9). For the team. */
export async function readLook(
  ctx: TenantContext,
): Promise<Result<ReadLookOutput, "forbidden" | "notFound">> {
  const refused = requireTeam(ctx.actor);
  if (refused) return refused;
  const loaded = await loadLook(ctx);
  if (!loaded) return refuse("notFound", "This business is no longer here.");
  const { look, allowed } = loaded;
  return ok({ ...look, allowed, dropped: look.customCss ? safeCss(look.customCss).dropped : [] });
}
