import { z } from "zod";
import {
  horizonDays,
  id,
  idList,
  noticeMinutes,
  optionalPictureUrl,
  optionalText,
  position,
  requiredText,
  slug,
  visitsAtMost,
  wholeNumber,
} from "#modules/tenants/fields.ts";

/** What a service's price counts (B1). */
export const priceKinds = ["fixed", "per_hour", "per_person"] as const;

/** How a service is booked: visits of one party, or sessions with seats (B1). */
export const serviceKinds = ["individual", "class"] as const;
/** Where starts count from: the beginning of working hours, or the clock's midnight (C2). */
export const startGrids = ["hours", "clock"] as const;
/** Who gets a visit for "anybody" (C3): first in display order, least booked that day, or by share. */
export const assignments = ["order", "load", "weight"] as const;
/** What a resource is (B4). */
export const resourceKinds = ["room", "chair", "equipment", "other"] as const;

export const Service = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  imageUrl: z.string().nullable(),
  categoryId: z.string().nullable(),
  categoryName: z.string().nullable(),
  position: z.number(),
  kind: z.enum(serviceKinds),
  /** Seats of a session; classes only. */
  capacity: z.number(),
  durationMin: z.number(),
  priceKind: z.enum(priceKinds),
  /** In the currency's smallest unit; 0 is free. */
  priceMinor: z.number(),
  bufferBeforeMin: z.number(),
  bufferAfterMin: z.number(),
  slotIntervalMin: z.number(),
  startGrid: z.enum(startGrids),
  /** Most visits on one local date, and from Monday to Sunday; null: any number. */
  maxPerDay: z.number().nullable(),
  maxPerWeek: z.number().nullable(),
  noticeMin: z.number().nullable(),
  horizonDays: z.number().nullable(),
  requiresApproval: z.boolean(),
  online: z.boolean(),
  archived: z.boolean(),
  /** Active staff members who perform it. */
  staffIds: z.array(z.string()),
  /** Active locations it is limited to; empty: offered at every location. */
  locationIds: z.array(z.string()),
  /** How many staff members a visit takes at once. */
  staffNeeded: z.number(),
  assignment: z.enum(assignments),
  /** Share of the visits for "anybody" by staff member; counts where they are assigned by weight. */
  weights: z.record(z.string(), z.number()),
  /** Ids of resources: a visit takes one unit of one resource out of each of these lists. */
  requirements: z.array(z.array(z.string())),
});
export type Service = z.infer<typeof Service>;

export const ListServicesInput = z.object({
  /** What customers may book: online, not archived, performed by somebody. Without it: members only. */
  publicOnly: z.boolean().default(true),
  includeArchived: z.boolean().default(false),
});
export type ListServicesInput = z.infer<typeof ListServicesInput>;

export const ListServicesOutput = z.object({
  /** In the order of categories, then of services; those without a category last, under `id: null`. */
  categories: z.array(
    z.object({ id: z.string().nullable(), name: z.string().nullable(), services: z.array(Service) }),
  ),
});
export type ListServicesOutput = z.infer<typeof ListServicesOutput>;

/** By id or by slug. */
export const ReadServiceInput = z.union([z.object({ id }), z.object({ slug: z.string().max(63) })]);
export type ReadServiceInput = z.infer<typeof ReadServiceInput>;

/** Most visits in a span of time; at least one, or the service would not be offered. */
const visitLimit = visitsAtMost.nullable().optional();

const bufferMinutes = wholeNumber({ minimum: 0, maximum: 720, unit: "minutes" });

/** With `id`: changes that service, and what is left out stays. Without: adds one. */
export const SaveServiceInput = z.object({
  id: id.optional(),
  name: requiredText("Enter a name"),
  /** Made from the name when empty. */
  slug: z.union([z.literal("").transform(() => undefined), slug]).optional(),
  description: optionalText(2000).optional(),
  imageUrl: optionalPictureUrl.optional(),
  categoryId: id.nullable().optional(),
  position: position.optional(),
  /** Cannot be changed while appointments or sessions are coming up. */
  kind: z.enum(serviceKinds, "Choose how it is booked").optional(),
  /** Seats of a session; a class needs it. */
  capacity: wholeNumber({ minimum: 1, maximum: 1000, unit: "seats" }).optional(),
  durationMin: wholeNumber({ minimum: 5, maximum: 1440, unit: "minutes" }),
  priceKind: z.enum(priceKinds, "Choose what the price counts").optional(),
  priceMinor: z
    .number("Enter a price, or 0 when it is free")
    .int("Enter a price without fractions of the smallest coin")
    .min(0, "A price cannot be negative")
    .max(100_000_000, "This price is too high"),
  bufferBeforeMin: bufferMinutes.optional(),
  bufferAfterMin: bufferMinutes.optional(),
  slotIntervalMin: wholeNumber({ minimum: 5, maximum: 1440, unit: "minutes" }).optional(),
  startGrid: z.enum(startGrids, "Choose where starts count from").optional(),
  maxPerDay: visitLimit,
  maxPerWeek: visitLimit,
  noticeMin: noticeMinutes.nullable().optional(),
  horizonDays: horizonDays.nullable().optional(),
  requiresApproval: z.boolean().optional(),
  online: z.boolean().optional(),
  staffIds: idList.optional(),
  /** Empty: offered at every location. */
  locationIds: idList.optional(),
  staffNeeded: wholeNumber({ minimum: 1, maximum: 10, unit: "people" }).optional(),
  assignment: z.enum(assignments, "Choose who gets it").optional(),
  /** By staff member who performs it; those left out keep theirs, new ones start with 1. */
  weights: z.record(id, wholeNumber({ minimum: 1, maximum: 100, unit: "shares" })).optional(),
  /** Each list is "one of these resources"; a resource can be in one list only. */
  requirements: z
    .array(
      idList.refine((ids) => ids.length > 0, "Choose at least one resource, or take this line out"),
      "Choose what it needs",
    )
    .max(10, "Use at most 10 lines")
    .optional(),
});
export type SaveServiceInput = z.infer<typeof SaveServiceInput>;

/** The service as saved, and what about it is allowed but probably not meant, in words. */
export const SaveServiceOutput = Service.extend({ warnings: z.array(z.string()) });
export type SaveServiceOutput = z.infer<typeof SaveServiceOutput>;

export const ArchiveServiceInput = z.object({ id });
export type ArchiveServiceInput = z.infer<typeof ArchiveServiceInput>;

export const RestoreServiceInput = z.object({ id });
export type RestoreServiceInput = z.infer<typeof RestoreServiceInput>;

export const Category = z.object({
  id: z.string(),
  name: z.string(),
  position: z.number(),
  /** Services in it that are not archived. */
  serviceCount: z.number(),
});
export type Category = z.infer<typeof Category>;

export const SaveCategoryInput = z.object({
  id: id.optional(),
  name: requiredText("Enter a name", 80),
  position: position.optional(),
});
export type SaveCategoryInput = z.infer<typeof SaveCategoryInput>;

export const RemoveCategoryInput = z.object({ id });
export type RemoveCategoryInput = z.infer<typeof RemoveCategoryInput>;

/** A room, a chair or a piece of equipment that visits need; one or several alike (B4). */
export const Resource = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(resourceKinds),
  /** Where it is; null: it can be taken anywhere. */
  locationId: z.string().nullable(),
  /** How many there are. */
  units: z.number(),
  position: z.number(),
  archived: z.boolean(),
  /** Services that need it and are not archived. */
  serviceIds: z.array(z.string()),
});
export type Resource = z.infer<typeof Resource>;

export const ListResourcesInput = z.object({ includeArchived: z.boolean().default(false) });
export type ListResourcesInput = z.infer<typeof ListResourcesInput>;

/** With `id`: changes that resource, and what is left out stays. Without: adds one. */
export const SaveResourceInput = z.object({
  id: id.optional(),
  name: requiredText("Enter a name"),
  kind: z.enum(resourceKinds, "Choose what it is").optional(),
  /** Null: it can be taken anywhere. */
  locationId: id.nullable().optional(),
  /** How many there are; 1 when a new resource does not say. */
  units: wholeNumber({ minimum: 1, maximum: 200, unit: "" }).optional(),
  position: position.optional(),
});
export type SaveResourceInput = z.infer<typeof SaveResourceInput>;

export const ArchiveResourceInput = z.object({ id });
export type ArchiveResourceInput = z.infer<typeof ArchiveResourceInput>;

export const RestoreResourceInput = z.object({ id });
export type RestoreResourceInput = z.infer<typeof RestoreResourceInput>;
