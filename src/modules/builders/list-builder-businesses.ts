import { platformQuery, withTenant } from "#database/tenant-context.ts";
import { tenantIdFrom } from "#kernel/ids.ts";
import { readBuilderBusiness } from "./read-builder-business.ts";
import type { BuilderBusiness, IdentifiedBuilder } from "./schema.ts";

type Page = { businesses: BuilderBusiness[]; nextAfter: string | null };

/** The businesses of a builder by their references, from the one after `after` on (K4). */
export async function listBuilderBusinesses(
  builder: IdentifiedBuilder,
  { after, limit }: { after: string; limit: number },
): Promise<Page> {
  const { builderId } = builder;
  const rows = await platformQuery<{ id: string; reference: string }>(
    "SELECT id, reference FROM businesses_of_builder($1, $2, $3)",
    [builderId, after, limit + 1],
    "businesses_of_builder",
  );
  const shown = rows.slice(0, limit);
  const businesses: BuilderBusiness[] = [];
  for (const { id } of shown) {
    const scope = { tenantId: tenantIdFrom(id), actor: { kind: "siteBuilder", builderId } as const };
    const business = await withTenant(scope, readBuilderBusiness);
    if (business.ok) businesses.push(business.value);
  }
  return { businesses, nextAfter: rows.length > limit ? (shown.at(-1)?.reference ?? null) : null };
}
