import type { Location } from "../schema.ts";

/** The columns that make a `Location`. */
export const locationFields = {
  id: true,
  name: true,
  addressLine1: true,
  addressLine2: true,
  city: true,
  region: true,
  postalCode: true,
  country: true,
  latitude: true,
  longitude: true,
  timeZone: true,
  phone: true,
  email: true,
  photoUrl: true,
  isPrimary: true,
  position: true,
  archivedAt: true,
} as const;

/** Lists show the primary location first, then by position and name. */
export const locationOrder = [{ isPrimary: "desc" }, { position: "asc" }, { name: "asc" }] as const;

export function toLocation(row: Omit<Location, "archived"> & { archivedAt: Date | null }): Location {
  const { archivedAt, ...fields } = row;
  return { ...fields, archived: archivedAt !== null };
}
