import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { requireFeature } from "#modules/plans/require-feature.ts";
import { readLook } from "./read-look.ts";
import type { ReadLookOutput, SaveLookInput } from "./schema.ts";

/**
 * Changes how the business's pages and letters look (A9). A style sheet, and leaving out who made the pages, need a plan
 * that includes them; what was set before stays through a plan without them, and can be taken back at any time.
 */
export async function saveLook(
  ctx: TenantContext,
  input: SaveLookInput,
): Promise<Result<ReadLookOutput, "forbidden" | "notFound" | "planLimit">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const before = await readLook(ctx);
  if (!before.ok) return before;
  const beyond = await refuseBeyondPlan(ctx, input, before.value);
  if (beyond) return beyond;
  const { count } = await ctx.db.tenant.updateMany({ where: { status: { not: "deleted" } }, data: input });
  if (count === 0) return refuse("notFound", "This business is no longer here.");
  await appendEvent(ctx, {
    type: "business.look_changed",
    subjectType: "look",
    subjectId: ctx.tenantId,
    payload: { changed: Object.keys(input) },
  });
  return readLook(ctx);
}

async function refuseBeyondPlan(
  ctx: TenantContext,
  input: SaveLookInput,
  before: ReadLookOutput,
): Promise<Refused<"planLimit"> | null> {
  const newCss = Boolean(input.customCss) && input.customCss !== before.customCss;
  if (newCss) return requireFeature(ctx, "whiteLabel");
  const newlyHidden = input.hidesMaker === true && !before.hidesMaker;
  return newlyHidden ? requireFeature(ctx, "unbranded") : null;
}
