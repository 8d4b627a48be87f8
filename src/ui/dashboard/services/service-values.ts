import { randomId } from "@mantine/hooks";
import type { Service } from "#modules/catalog/schema.ts";
import type { Inputs } from "#ui/dashboard/data/trpc.ts";

/** "One of these resources"; `key` tells lines apart while they are edited. */
export type RequirementLine = { key: string; ids: string[] };

/** The form of a service: every field filled, empty texts instead of null. */
export type ServiceValues = Required<
  Pick<
    Service,
    | "name"
    | "kind"
    | "capacity"
    | "durationMin"
    | "priceKind"
    | "priceMinor"
    | "bufferBeforeMin"
    | "bufferAfterMin"
    | "slotIntervalMin"
    | "startGrid"
    | "maxPerDay"
    | "maxPerWeek"
    | "noticeMin"
    | "horizonDays"
    | "online"
    | "requiresApproval"
    | "staffIds"
    | "locationIds"
    | "staffNeeded"
    | "assignment"
    | "weights"
  >
> & { description: string; imageUrl: string; categoryId: string; requirements: RequirementLine[] };

export const noCategory = "none";

const usualSeats = 10;

/** A new service starts as an hour that everybody does, shown to customers. */
export function serviceValues(service: Service | null, everybody: string[]): ServiceValues {
  return {
    name: service?.name ?? "",
    description: service?.description ?? "",
    imageUrl: service?.imageUrl ?? "",
    categoryId: service?.categoryId ?? noCategory,
    kind: service?.kind ?? "individual",
    capacity: service?.kind === "class" ? service.capacity : usualSeats,
    durationMin: service?.durationMin ?? 60,
    priceKind: service?.priceKind ?? "fixed",
    priceMinor: service?.priceMinor ?? 0,
    online: service?.online ?? true,
    requiresApproval: service?.requiresApproval ?? false,
    staffIds: service?.staffIds ?? everybody,
    locationIds: service?.locationIds ?? [],
    ...timesOf(service),
    ...needsOf(service),
  };
}

function timesOf(service: Service | null) {
  return {
    bufferBeforeMin: service?.bufferBeforeMin ?? 0,
    bufferAfterMin: service?.bufferAfterMin ?? 0,
    slotIntervalMin: service?.slotIntervalMin ?? 15,
    startGrid: service?.startGrid ?? "hours",
    maxPerDay: service?.maxPerDay ?? null,
    maxPerWeek: service?.maxPerWeek ?? null,
    noticeMin: service?.noticeMin ?? null,
    horizonDays: service?.horizonDays ?? null,
  } as const;
}

function needsOf(service: Service | null) {
  return {
    staffNeeded: service?.staffNeeded ?? 1,
    assignment: service?.assignment ?? "load",
    weights: service?.weights ?? {},
    requirements: (service?.requirements ?? []).map(requirementLine),
  } as const;
}

export function requirementLine(ids: string[] = []): RequirementLine {
  return { key: randomId("line"), ids };
}

/** What is saved; lines in which nothing was chosen are left out. */
export function saveRequest(id: string | undefined, values: ServiceValues): Inputs["services"]["save"] {
  const categoryId = values.categoryId === noCategory ? null : values.categoryId;
  const requirements = values.requirements.map(({ ids }) => ids).filter((ids) => ids.length > 0);
  return { ...values, id, categoryId, requirements };
}
