import type { StaffMember } from "#modules/staff/schema.ts";

/** Colours that tell columns apart in light and dark, and from green, amber and red. */
export const columnColors = [
  "#2f6f5e",
  "#4c6ef5",
  "#9c36b5",
  "#c2255c",
  "#d9480f",
  "#0b7285",
  "#5f3dc4",
  "#846358",
  "#3b7d23",
  "#495057",
];

export type StaffValues = {
  name: string;
  title: string;
  bio: string;
  email: string;
  phone: string;
  photoUrl: string;
  color: string;
  serviceIds: string[];
  locationIds: string[];
  maxPerDay: number | null;
  maxPerWeek: number | null;
};

/** A new staff member performs every service, everywhere, in a colour that nobody has yet. */
export function staffValues(
  person: StaffMember | null,
  all: { serviceIds: string[]; locationIds: string[]; usedColors: string[] },
): StaffValues {
  return {
    name: person?.name ?? "",
    title: person?.title ?? "",
    bio: person?.bio ?? "",
    email: person?.email ?? "",
    phone: person?.phone ?? "",
    photoUrl: person?.photoUrl ?? "",
    color: person?.color ?? freeColor(all.usedColors),
    serviceIds: person?.serviceIds ?? all.serviceIds,
    locationIds: person?.locationIds ?? all.locationIds,
    maxPerDay: person?.maxPerDay ?? null,
    maxPerWeek: person?.maxPerWeek ?? null,
  };
}

function freeColor(used: string[]): string {
  return columnColors.find((color) => !used.includes(color)) ?? (columnColors[0] as string);
}
