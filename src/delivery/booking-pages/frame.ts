import { formatMoney } from "#kernel/money.ts";
import type { PageLook } from "#modules/branding/schema.ts";
import type { Service } from "#modules/catalog/schema.ts";
import type { Location, ReadBusinessOutput } from "#modules/tenants/schema.ts";
import type { Contact, Frame } from "#ui/booking/frame-model.ts";

/** Languages that the pages' words exist in. */
const languages = new Set(["en"]);

/**
 * The locale in which a business's pages are written: its own where there are words for it, else English with the
 * formats of its country ("en-DE": Monday first, 14:30), so that no page mixes two languages.
 */
export function pageLocale(locale: string): string {
  const own = new Intl.Locale(locale).maximize();
  return languages.has(own.language) ? locale : `en-${own.region ?? "GB"}`;
}

const rightToLeft = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** A business as its pages show it; without a look where the pages of nobody's are shown. */
export type PageBusiness = ReadBusinessOutput & { look?: PageLook };

/** What every page of a business has: header, foot, language. `title` is the page's own part of the title. */
export function businessFrame(business: PageBusiness, base: string, title: string): Frame {
  return {
    locale: business.locale,
    direction: rightToLeft.has(business.locale.split("-")[0] ?? "") ? "rtl" : "ltr",
    title: `${title} · ${business.name}`,
    base,
    business: { name: business.name, homeHref: `${base}/`, ...optional("logoUrl", business.logoUrl) },
    ...(business.look?.hidesMaker && { hidesMaker: true as const }),
    contact: contactOf(business),
    footLinks: [
      { label: "Privacy", href: `${base}/privacy` },
      { label: "Terms", href: `${base}/terms` },
    ],
  };
}

export function contactOf(from: { phone: string | null; email: string | null }): Contact {
  return {
    ...(from.phone && { phone: from.phone, phoneHref: phoneHref(from.phone) }),
    ...optional("email", from.email),
  };
}

export function phoneHref(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}

/** A property that is there only when it says something. */
export function optional<Key extends string>(
  key: Key,
  value: string | null | undefined,
): { [K in Key]?: string } {
  return (value ? { [key]: value } : {}) as { [K in Key]?: string };
}

/** "$60", "Free", "$60 an hour", "$25 a person". */
export function priceInWords(
  service: Pick<Service, "priceKind" | "priceMinor">,
  business: ReadBusinessOutput,
): string {
  if (service.priceMinor === 0) return "Free";
  const money = formatMoney(service.priceMinor, business.currency, business.locale);
  const per = { fixed: "", per_hour: " an hour", per_person: " a person" }[service.priceKind];
  return `${money}${per}`;
}

/** Street, then postal code and town as the country writes them. */
export function addressLines(location: Location): string[] {
  const american = location.country === "US" || location.country === "CA" || location.country === "AU";
  const town = american
    ? [location.city, [location.region, location.postalCode].filter(Boolean).join(" ")]
        .filter(Boolean)
        .join(american && location.country === "AU" ? " " : ", ")
    : [location.postalCode, location.city].filter(Boolean).join(" ");
  return [location.addressLine1, location.addressLine2, town].filter((line): line is string => Boolean(line));
}

/** A page with the place on a map, of a project that follows nobody around. */
export function mapHref(place: {
  latitude: number | null;
  longitude: number | null;
  lines: string[];
}): string | undefined {
  const { latitude, longitude, lines } = place;
  if (latitude !== null && longitude !== null) {
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  }
  return lines.length > 0
    ? `https://www.openstreetmap.org/search?query=${encodeURIComponent(lines.join(", "))}`
    : undefined;
}

/** The way there, when coordinates are known; else the map. */
export function directionsHref(place: {
  latitude: number | null;
  longitude: number | null;
  lines: string[];
}): string | undefined {
  const { latitude, longitude } = place;
  if (latitude === null || longitude === null) return mapHref(place);
  return `https://www.openstreetmap.org/directions?to=${latitude}%2C${longitude}`;
}
