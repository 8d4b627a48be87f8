import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { createBusiness } from "#modules/tenants/create-business.ts";
import { CreateBusinessInput } from "#modules/tenants/schema.ts";
import { updateBusiness } from "#modules/tenants/update-business.ts";
import { assignBuilderPlan } from "./assign-builder-plan.ts";
import { changeSiteMode } from "./change-site-mode.ts";
import { changeSiteSlug } from "./change-site-slug.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { findOwnBusiness, type OwnBusiness, refuseLeft } from "./own-business.ts";
import { readBuilderBusiness } from "./read-builder-business.ts";
import { replaceSiteHosts } from "./replace-site-hosts.ts";
import { changedFields } from "./rules/changed-fields.ts";
import { saveSiteAddress } from "./save-site-address.ts";
import type { BuilderBusiness, IdentifiedBuilder, ProvisionInput } from "./schema.ts";

type Reason = "invalid" | "inUse" | "notFound" | "forbidden" | "wrongState" | "planLimit";
type Provisioned = BuilderBusiness & { created: boolean };
type From = { builder: IdentifiedBuilder; reference: string };

/**
 * Makes a builder's business, or brings the one that it knows by this reference up to date (A1, K4): asking for what is so
 * already changes nothing. A new business gets the first plan of the integrated track unless another one is named.
 */
export async function provisionBusiness(
  ctx: TenantContext,
  from: From,
  input: ProvisionInput,
): Promise<Result<Provisioned, Reason>> {
  const { planId, siteHosts, address, ...profile } = input;
  const before = await findOwnBusiness(ctx);
  if (before?.mode === "standalone") return refuseLeft();
  const refused =
    (before ? await changeProfile(ctx, before, profile) : await makeBusiness(ctx, from, profile)) ??
    (address ? await saveSiteAddress(ctx, address) : null) ??
    (planId || !before ? await refusalOf(assignBuilderPlan(ctx, { planId })) : null) ??
    (siteHosts ? await replaceSiteHosts(ctx, from.builder, siteHosts) : null);
  if (refused) return refused;
  const business = await readBuilderBusiness(ctx);
  return business.ok ? ok({ ...business.value, created: !before }) : business;
}

type Profile = Omit<ProvisionInput, "planId" | "siteHosts" | "address">;

async function makeBusiness(
  ctx: TenantContext,
  { builder, reference }: From,
  profile: Profile,
): Promise<Refused<"invalid" | "inUse"> | null> {
  const parsed = CreateBusinessInput.safeParse({
    ...profile,
    mode: profile.mode ?? "integrated",
    builderId: builder.builderId,
    builderReference: reference,
  });
  if (!parsed.success) {
    return refuse("invalid", "A new business needs at least a name, a timezone and a currency.");
  }
  const created = await createBusiness(ctx, parsed.data);
  if (!created.ok) return created;
  await noteForPlatform(ctx, "business.provisioned", { reference, slug: created.value.slug });
  return null;
}

async function changeProfile(
  ctx: TenantContext,
  before: OwnBusiness,
  { mode, slug, ...profile }: Profile,
): Promise<Refused<Reason> | null> {
  const changed = changedFields(before, profile);
  if (Object.keys(changed).length > 0) {
    const updated = await updateBusiness(ctx, changed);
    if (!updated.ok) return updated;
    await noteForPlatform(ctx, "business.changed", { changed: Object.keys(changed) });
  }
  const refused = slug && slug !== before.slug ? await changeSiteSlug(ctx, before, slug) : null;
  return refused ?? (mode && mode !== before.mode ? changeSiteMode(ctx, before, mode) : null);
}

async function refusalOf<R extends Reason>(outcome: Promise<Result<unknown, R>>): Promise<Refused<R> | null> {
  const result = await outcome;
  return result.ok ? null : (result as Refused<R>);
}
