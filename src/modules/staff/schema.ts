import { z } from "zod";
import {
  color,
  horizonDays,
  id,
  idList,
  noticeMinutes,
  optionalEmail,
  optionalPhone,
  optionalPictureUrl,
  optionalText,
  position,
  requiredText,
  visitsAtMost,
} from "#modules/tenants/fields.ts";

export const StaffMember = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  bio: z.string().nullable(),
  photoUrl: z.string().nullable(),
  /** Colour of the calendar column as #rrggbb. */
  color: z.string(),
  position: z.number(),
  /** Services they perform that are not archived. */
  serviceIds: z.array(z.string()),
  /** Locations they work at that are not archived. */
  locationIds: z.array(z.string()),
  /** For members only; null in public lists. */
  email: z.string().nullable(),
  /** For members only; null in public lists. */
  phone: z.string().nullable(),
  noticeMin: z.number().nullable(),
  horizonDays: z.number().nullable(),
  /** Most visits on one local date, and from Monday to Sunday; null: any number. For members only. */
  maxPerDay: z.number().nullable(),
  maxPerWeek: z.number().nullable(),
  archived: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const ListStaffInput = z.object({
  /** Who customers may choose: not archived, without contact details. Without it: members only. */
  publicOnly: z.boolean().default(true),
  /** Only those who perform this service. */
  serviceId: id.optional(),
  includeArchived: z.boolean().default(false),
});
export type ListStaffInput = z.infer<typeof ListStaffInput>;

/** With `id`: changes that person, and what is left out stays. Without: adds one. */
export const SaveStaffInput = z.object({
  id: id.optional(),
  name: requiredText("Enter a name"),
  title: optionalText(120).optional(),
  bio: optionalText(2000).optional(),
  email: optionalEmail.optional(),
  phone: optionalPhone.optional(),
  photoUrl: optionalPictureUrl.optional(),
  color: color.optional(),
  position: position.optional(),
  noticeMin: noticeMinutes.nullable().optional(),
  horizonDays: horizonDays.nullable().optional(),
  maxPerDay: visitsAtMost.nullable().optional(),
  maxPerWeek: visitsAtMost.nullable().optional(),
  serviceIds: idList.optional(),
  /** A new staff member without any works at every location. */
  locationIds: idList.optional(),
});
export type SaveStaffInput = z.infer<typeof SaveStaffInput>;

export const ArchiveStaffInput = z.object({ id });
export type ArchiveStaffInput = z.infer<typeof ArchiveStaffInput>;

export const RestoreStaffInput = z.object({ id });
export type RestoreStaffInput = z.infer<typeof RestoreStaffInput>;
