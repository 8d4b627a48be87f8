import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { requireRoom } from "#modules/plans/require-room.ts";
import { locationFields, toLocation } from "./rules/location-fields.ts";
import type { Location, SaveLocationInput } from "./schema.ts";

/** Adds or changes a location (B2). The first one is the primary; marking another moves the mark. */
export async function saveLocation(
  ctx: TenantContext,
  input: SaveLocationInput,
): Promise<Result<Location, "forbidden" | "notFound" | "invalid" | "planLimit">> {
  const refused =
    requireRight(ctx.actor, "business.write") ?? (input.id ? null : await requireRoom(ctx, "locations"));
  if (refused) return refused;
  const { id, ...fields } = input;
  const primary = await ctx.db.location.findFirst({
    where: { isPrimary: true, archivedAt: null },
    select: { id: true },
  });
  if (id && primary?.id === id && fields.isPrimary === false) {
    return refuse("invalid", "One location is the primary one: choose another instead of removing the mark.");
  }
  if (fields.isPrimary)
    await ctx.db.location.updateMany({ where: { isPrimary: true }, data: { isPrimary: false } });
  const saved = id
    ? await changeLocation(ctx, id, fields)
    : await addLocation(ctx, { ...fields, isPrimary: fields.isPrimary || !primary });
  if (!saved) return refuse("notFound", "This location is no longer there.");
  await appendEvent(ctx, {
    type: id ? "location.changed" : "location.added",
    subjectType: "location",
    subjectId: saved.id,
    payload: { name: saved.name },
  });
  return ok(saved);
}

type LocationChanges = Omit<SaveLocationInput, "id">;

async function changeLocation(
  ctx: TenantContext,
  id: string,
  changes: LocationChanges,
): Promise<Location | null> {
  const { count } = await ctx.db.location.updateMany({ where: { id }, data: changes });
  if (count === 0) return null;
  const row = await ctx.db.location.findFirst({ where: { id }, select: locationFields });
  return row && toLocation(row);
}

async function addLocation(ctx: TenantContext, fields: LocationChanges): Promise<Location | null> {
  const business = await ctx.db.tenant.findFirst({ select: { timeZone: true } });
  if (!business) return null;
  const row = await ctx.db.location.create({
    data: {
      ...fields,
      tenantId: ctx.tenantId,
      id: newId(),
      timeZone: fields.timeZone ?? business.timeZone,
      position: fields.position ?? (await ctx.db.location.count()),
    },
    select: locationFields,
  });
  return toLocation(row);
}
