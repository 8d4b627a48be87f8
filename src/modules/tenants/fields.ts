import { z } from "zod";
import { isTimeZone } from "#kernel/time/zone-offsets.ts";

/** Parts of forms that several nouns share, with messages in the words of the person who fills them in. */

/** A text that must say something; outer spaces are dropped. */
export function requiredText(message: string, maximum = 120) {
  return z.string(message).trim().min(1, message).max(maximum, `Use at most ${maximum} characters`);
}

/** A text that may be left empty: empty becomes null. */
export function optionalText(maximum = 200) {
  return z
    .string()
    .trim()
    .max(maximum, `Use at most ${maximum} characters`)
    .transform((text) => (text === "" ? null : text))
    .nullable();
}

const emailAddress = z
  .string("Enter an e-mail address")
  .trim()
  .toLowerCase()
  .max(254, "This e-mail address is too long")
  .pipe(z.email("Enter a full e-mail address, like name@example.com"));

export const email = emailAddress;

/** An e-mail address in lower case; empty becomes null. */
export const optionalEmail = z
  .union([z.literal("").transform(() => null), emailAddress, z.null()])
  .describe("E-mail address, empty when there is none");

const phonePattern = /^[+(]?[0-9][0-9 ()./-]{3,29}$/;

/** A phone number as people write it; empty becomes null. */
export const optionalPhone = optionalText(30).refine(
  (phone) => phone === null || phonePattern.test(phone),
  "Enter a phone number with digits only, like +1 212 555 0142",
);

/** An IANA zone that the platform knows. */
export const timeZone = z
  .string("Choose a time zone")
  .refine(isTimeZone, "Choose a time zone from the list, like Europe/Berlin");

/** ISO 4217, in capitals. */
export const currency = z
  .string("Choose a currency")
  .refine(isCurrency, "Choose a currency from the list, like EUR");

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/** A BCP 47 tag for dates and money. */
export const locale = z
  .string("Choose a language")
  .refine(isLocale, "Choose a language from the list, like en-US");

function isLocale(tag: string): boolean {
  try {
    return tag !== "" && Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}

/** `#rrggbb` in lower case. */
export const color = z
  .string("Choose a colour")
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "Enter a colour as #rrggbb, like #3b5bdb");

const picturePattern = /^(https:\/\/[^\s"'<>\\]+|\/(?!\/)[^\s"'<>\\]*)$/;
const pictureMessage = "Enter a web address that starts with https://";

/** Where a picture is: on the web, or a path on this server. */
export const pictureUrl = z.string(pictureMessage).trim().max(500).regex(picturePattern, pictureMessage);

/** The same; empty becomes null. */
export const optionalPictureUrl = optionalText(500).refine(
  (url) => url === null || picturePattern.test(url),
  pictureMessage,
);

/** A web address; empty becomes null. */
export const optionalWebsite = optionalText(300).refine(
  (url) => url === null || (/^https?:\/\//.test(url) && URL.canParse(url)),
  "Enter a web address that starts with https://",
);

/** A whole number within its bounds; `unit` is how the message calls it ("minutes"). */
export function wholeNumber(bounds: { minimum: number; maximum: number; unit: string }) {
  const { minimum, maximum, unit } = bounds;
  return z
    .number("Enter a number")
    .int("Enter a whole number")
    .min(minimum, minimum === 0 ? "Cannot be negative" : `Must be at least ${minimum} ${unit}`.trim())
    .max(maximum, `Must be at most ${maximum} ${unit}`.trim());
}

/** Minutes between booking and start; two months at most. */
export const noticeMinutes = wholeNumber({ minimum: 0, maximum: 86_400, unit: "minutes" });

/** Days ahead that can be booked. */
export const horizonDays = wholeNumber({ minimum: 1, maximum: 730, unit: "days" });

/** A limit on visits; without one it is null. */
export const visitsAtMost = wholeNumber({ minimum: 1, maximum: 1000, unit: "visits" });

/** Order in a list, smallest first. */
export const position = wholeNumber({ minimum: 0, maximum: 100_000, unit: "" });

export const id = z.uuid("This is not a valid id");

/** Ids without repetition. */
export const idList = z
  .array(id)
  .max(500, "Choose at most 500")
  .transform((ids) => [...new Set(ids)]);

const slugPattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A part of a web address: small letters, digits and hyphens inside. */
export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(63, "Use at most 63 characters")
  .regex(slugPattern, "Use small letters, digits and hyphens, like deep-tissue-massage");
