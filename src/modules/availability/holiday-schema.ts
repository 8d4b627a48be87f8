import { z } from "zod";
import { id } from "#modules/tenants/fields.ts";
import { Conflicts } from "./schedule-schema.ts";

/** ISO 3166-1 alpha-2. */
const country = z.string("Choose a country").regex(/^[A-Z]{2}$/, "Choose a country from the list");
/** The data package's code of a state or region. */
const region = z.string().trim().max(20).nullish();

/** Of the business, or of one location in place of the business's. */
const whose = { locationId: id.optional() };

/** Closed on the public holidays of a country, but for those whose rules are in `worked`. */
export const SaveHolidaysInput = z.object({
  ...whose,
  country,
  region,
  /** Rules of the data package ("easter -2"), every year. */
  worked: z.array(z.string().max(200)).max(200, "At most 200 holidays"),
});
export type SaveHolidaysInput = z.infer<typeof SaveHolidaysInput>;

export const RemoveHolidaysInput = z.object(whose);
export type RemoveHolidaysInput = z.infer<typeof RemoveHolidaysInput>;

/** Without a country: that of what is saved, else that of the primary location. */
export const ReadHolidaysInput = z.object({ ...whose, country: country.optional(), region });
export type ReadHolidaysInput = z.infer<typeof ReadHolidaysInput>;

export const SavedHolidays = z.object({ conflicts: Conflicts });
export type SavedHolidays = z.infer<typeof SavedHolidays>;

const Calendar = z.object({
  country: z.string(),
  region: z.string().nullable(),
  worked: z.array(z.string()),
});

const Choice = z.object({ code: z.string(), name: z.string() });

export const HolidaysView = z.object({
  /** What is saved for exactly this scope. */
  saved: Calendar.nullable(),
  /** The business's, which a location without one of its own follows. */
  followed: Calendar.nullable(),
  /** Whose holidays are listed; null when no country is known. */
  shown: z.object({ country: z.string(), region: z.string().nullable() }).nullable(),
  countries: z.array(Choice),
  /** Of the country shown. */
  regions: z.array(Choice),
  /** This year and the next. */
  years: z.array(
    z.object({
      year: z.number(),
      holidays: z.array(z.object({ date: z.string(), rule: z.string(), name: z.string() })),
    }),
  ),
});
export type HolidaysView = z.infer<typeof HolidaysView>;
