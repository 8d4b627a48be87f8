import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { countClaims } from "./claimed-units.ts";
import type { ArchiveResourceInput } from "./schema.ts";

type Row = { id: string; name: string };

/** Takes a resource out of every list (B4). Refused while services need it, or visits that are coming up have it. */
export async function archiveResource(
  ctx: TenantContext,
  input: ArchiveResourceInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "catalog.write");
  if (refused) return refused;
  // A service that is being saved with it is waited for, and found below.
  const [resource] = await ctx.sql<Row>(
    "SELECT id, name FROM resource WHERE tenant_id = $1 AND id = $2 AND archived_at IS NULL FOR UPDATE",
    [ctx.tenantId, input.id],
  );
  if (!resource) return refuse("notFound", "This resource is no longer there.");
  const inUse = await refuseInUse(ctx, resource);
  if (inUse) return inUse;
  await ctx.db.resource.updateMany({
    where: { id: resource.id },
    data: { archivedAt: new Date(ctx.clock.now()) },
  });
  await appendEvent(ctx, {
    type: "resource.archived",
    subjectType: "resource",
    subjectId: resource.id,
    payload: { name: resource.name },
  });
  return ok({ id: resource.id });
}

async function refuseInUse(ctx: TenantContext, { id, name }: Row): Promise<Refused<"inUse"> | null> {
  const services = await ctx.db.service.findMany({
    where: { archivedAt: null, resources: { some: { resourceId: id } } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  if (services.length > 0) {
    const names = services.map((service) => service.name).join(", ");
    const message = `${name} is needed by ${names}: take it out of there first.`;
    return refuse("inUse", message, { services: services.length });
  }
  const visits = await countClaims(ctx, id);
  if (visits === 0) return null;
  const words = visits === 1 ? "1 coming visit" : `${visits} coming visits`;
  return refuse("inUse", `${name} is taken by ${words}: move or cancel them first.`, { visits });
}
