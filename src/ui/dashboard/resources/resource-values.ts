import type { Resource } from "#modules/catalog/schema.ts";
import type { Inputs } from "#ui/dashboard/data/trpc.ts";

export const anywhere = "anywhere";

export const kindWords: Record<Resource["kind"], string> = {
  room: "Room",
  chair: "Chair",
  equipment: "Equipment",
  other: "Other",
};

export type ResourceValues = {
  name: string;
  kind: Resource["kind"];
  /** `anywhere` instead of null. */
  locationId: string;
  units: number;
};

/** A new resource is one room, at the location when there is only one. */
export function resourceValues(resource: Resource | null, locationIds: string[]): ResourceValues {
  const [only] = locationIds.length === 1 ? locationIds : [];
  const locationId = resource ? resource.locationId : only;
  return {
    name: resource?.name ?? "",
    kind: resource?.kind ?? "room",
    locationId: locationId ?? anywhere,
    units: resource?.units ?? 1,
  };
}

export function saveRequest(id: string | undefined, values: ResourceValues): Inputs["resources"]["save"] {
  const locationId = values.locationId === anywhere ? null : values.locationId;
  return { ...values, id, locationId };
}
