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
  wholeNumber,
} from "#modules/tenants/fields.ts";

/** What a service's price counts (B1). */
export const priceKinds = ["fixed", "per_hour", "per_person"] as const;

export const Service = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  imageUrl: z.string().nullable(),
  categoryId: z.string().nullable(),
  categoryName: z.string().nullable(),
  position: z.number(),
  durationMin: z.number(),
  priceKind: z.enum(priceKinds),
  /** In the currency's smallest unit; 0 is free. */
  priceMinor: z.number(),
  bufferBeforeMin: z.number(),
  bufferAfterMin: z.number(),
  slotIntervalMin: z.number(),
  noticeMin: z.number().nullable(),
  horizonDays: z.number().nullable(),
  requiresApproval: z.boolean(),
  online: z.boolean(),
  archived: z.boolean(),
  /** Active staff members who perform it. */
  staffIds: z.array(z.string()),
  /** Active locations it is limited to; empty: offered at every location. */
  locationIds: z.array(z.string()),
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
  noticeMin: noticeMinutes.nullable().optional(),
  horizonDays: horizonDays.nullable().optional(),
  requiresApproval: z.boolean().optional(),
  online: z.boolean().optional(),
  staffIds: idList.optional(),
  /** Empty: offered at every location. */
  locationIds: idList.optional(),
});
export type SaveServiceInput = z.infer<typeof SaveServiceInput>;

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
