import { platformQuery, type TenantContext, withTenant } from "#database/tenant-context.ts";
import { newId, type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import type { IdentifiedBuilder } from "./schema.ts";

/** A business by the word that its builder has for it. */
export type BuilderScope = { builder: IdentifiedBuilder; reference: string };

const madeMeanwhile = Symbol("made meanwhile");

const businessOfBuilder = "SELECT id FROM business_of_builder($1, $2)";

/** Runs `work` in the business that a builder knows by `reference`; `notFound` for those of others, as for none (A1). */
export async function withBuilderBusiness<T>(
  scope: BuilderScope,
  work: (ctx: TenantContext) => Promise<T>,
): Promise<T | Refused<"notFound">> {
  const tenantId = await knownBusiness(scope);
  if (!tenantId) return refuse("notFound", "You have no business with this reference.");
  return withTenant({ tenantId, actor: actorOf(scope) }, work);
}

/**
 * The same, and in the scope of a new id when there is none yet. Of two requests that would make the same business, one
 * waits for the other, and then finds it.
 */
export async function withNewBuilderBusiness<T>(
  scope: BuilderScope,
  work: (ctx: TenantContext) => Promise<T>,
): Promise<T> {
  const known = await knownBusiness(scope);
  if (known) return withTenant({ tenantId: known, actor: actorOf(scope) }, work);
  const tenantId = tenantIdFrom(newId());
  const outcome = await withTenant({ tenantId, actor: actorOf(scope) }, async (ctx) =>
    (await isMadeMeanwhile(ctx, scope)) ? madeMeanwhile : work(ctx),
  );
  return outcome === madeMeanwhile ? withNewBuilderBusiness(scope, work) : outcome;
}

async function knownBusiness({ builder, reference }: BuilderScope): Promise<TenantId | null> {
  const values = [builder.builderId, reference];
  const [row] = await platformQuery<{ id: string }>(businessOfBuilder, values, "business_of_builder");
  return row ? tenantIdFrom(row.id) : null;
}

async function isMadeMeanwhile(ctx: TenantContext, { builder, reference }: BuilderScope): Promise<boolean> {
  const name = `builder:${builder.builderId}:${reference}`;
  await ctx.sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [name], "lock_reference");
  const rows = await ctx.sql(businessOfBuilder, [builder.builderId, reference], "business_of_builder");
  return rows.length > 0;
}

function actorOf({ builder }: BuilderScope) {
  return { kind: "siteBuilder", builderId: builder.builderId } as const;
}
