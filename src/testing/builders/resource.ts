import { newId } from "#kernel/ids.ts";
import type { Shop } from "./shop.ts";

/** Where there is no place, it can be taken anywhere; the service that needs it is the shop's first. */
export type ResourceOverrides = {
  name?: string;
  units?: number;
  locationId?: string;
  serviceId?: string;
  /** Resources with the same number are alternatives. */
  requirement?: number;
};

export type BuiltResource = { id: string; name: string; unitIds: string[] };

/** A room, with as many units as are asked for, that a visit of the service needs. */
export async function aResource(shop: Shop, overrides: ResourceOverrides = {}): Promise<BuiltResource> {
  const { name = "Room", units = 1, locationId, serviceId = shop.service.id, requirement = 1 } = overrides;
  const resource = { id: newId(), name, unitIds: Array.from({ length: units }, () => newId()) };
  const resourceId = resource.id;
  await shop.run(async ({ db, tenantId }) => {
    const row = { tenantId, id: resourceId, name, locationId };
    await db.resource.create({ data: row, select: { id: true } });
    const data = resource.unitIds.map((id, index) => ({ tenantId, id, resourceId, number: index + 1 }));
    await db.resourceUnit.createMany({ data });
    await db.serviceResource.createMany({ data: [{ tenantId, serviceId, resourceId, requirement }] });
  });
  return resource;
}
