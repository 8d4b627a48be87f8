import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireTeam } from "#modules/tenants/rules/team-only.ts";
import { safeCss } from "./rules/shown-look.ts";
import type { PreviewCssInput, PreviewCssOutput } from "./schema.ts";

/** What would be left out of a style sheet that is being typed, and why (A9). */
export async function previewCss(
  ctx: TenantContext,
  { css }: PreviewCssInput,
): Promise<Result<PreviewCssOutput, "forbidden">> {
  return requireTeam(ctx.actor) ?? ok({ dropped: safeCss(css).dropped });
}
