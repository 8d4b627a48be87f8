import type { TenantContext } from "#database/tenant-context.ts";
import { fontFrom } from "./rules/fonts.ts";
import { type AllowedLook, allowedLook } from "./rules/shown-look.ts";
import type { Look } from "./schema.ts";

type Row = {
  accent_color: string;
  logo_url: string | null;
  font: string | null;
  custom_css: string | null;
  hides_maker: boolean;
  features: string[] | null;
};

/** One statement: every booking page asks it. */
const lookAndPlan = `
  SELECT t.accent_color, t.logo_url, t.font, t.custom_css, t.hides_maker, p.features
  FROM tenant t
    LEFT JOIN subscription s ON s.tenant_id = t.id AND s.status <> 'cancelled'
    LEFT JOIN plan p ON p.id = s.plan_id
  WHERE t.id = $1`;

/** The look of the business as it is stored, and what its plan lets customers see of it. */
export async function loadLook(ctx: TenantContext): Promise<{ look: Look; allowed: AllowedLook } | null> {
  const [row] = await ctx.sql<Row>(lookAndPlan, [ctx.tenantId], "look_and_plan");
  if (!row) return null;
  const look = {
    accentColor: row.accent_color,
    logoUrl: row.logo_url,
    font: fontFrom(row.font),
    customCss: row.custom_css,
    hidesMaker: row.hides_maker,
  };
  return { look, allowed: allowedLook(row.features) };
}
