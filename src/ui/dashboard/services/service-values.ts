import type { Service } from "#modules/catalog/schema.ts";
import type { Inputs } from "#ui/dashboard/data/trpc.ts";

/** The form of a service: every field filled, empty texts instead of null. */
export type ServiceValues = Required<
  Pick<
    Service,
    | "name"
    | "durationMin"
    | "priceKind"
    | "priceMinor"
    | "bufferBeforeMin"
    | "bufferAfterMin"
    | "slotIntervalMin"
    | "noticeMin"
    | "horizonDays"
    | "online"
    | "requiresApproval"
    | "staffIds"
    | "locationIds"
  >
> & { description: string; categoryId: string };

export const noCategory = "none";

/** A new service starts as an hour that everybody does, shown to customers. */
export function serviceValues(service: Service | null, everybody: string[]): ServiceValues {
  return {
    name: service?.name ?? "",
    description: service?.description ?? "",
    categoryId: service?.categoryId ?? noCategory,
    durationMin: service?.durationMin ?? 60,
    priceKind: service?.priceKind ?? "fixed",
    priceMinor: service?.priceMinor ?? 0,
    bufferBeforeMin: service?.bufferBeforeMin ?? 0,
    bufferAfterMin: service?.bufferAfterMin ?? 0,
    slotIntervalMin: service?.slotIntervalMin ?? 15,
    noticeMin: service?.noticeMin ?? null,
    horizonDays: service?.horizonDays ?? null,
    online: service?.online ?? true,
    requiresApproval: service?.requiresApproval ?? false,
    staffIds: service?.staffIds ?? everybody,
    locationIds: service?.locationIds ?? [],
  };
}

export function saveRequest(id: string | undefined, values: ServiceValues): Inputs["services"]["save"] {
  const categoryId = values.categoryId === noCategory ? null : values.categoryId;
  return { ...values, id, categoryId };
}
