import type { Location } from "#modules/tenants/schema.ts";

/** The form of a location: every field a text. */
export type LocationValues = {
  name: string;
  addressLine1: string;
  addressLine2: string;
  postalCode: string;
  city: string;
  region: string;
  country: string;
  timeZone: string;
  phone: string;
  email: string;
  isPrimary: boolean;
};

export function locationValues(place: Location | null, timeZone: string): LocationValues {
  return {
    name: place?.name ?? "",
    addressLine1: place?.addressLine1 ?? "",
    addressLine2: place?.addressLine2 ?? "",
    postalCode: place?.postalCode ?? "",
    city: place?.city ?? "",
    region: place?.region ?? "",
    country: place?.country ?? "",
    timeZone: place?.timeZone ?? timeZone,
    phone: place?.phone ?? "",
    email: place?.email ?? "",
    isPrimary: place?.isPrimary ?? false,
  };
}
