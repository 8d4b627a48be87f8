import { countries } from "./countries.ts";

/** Where a business probably is, and how money, dates and times are written there. */
export type Region = {
  /** ISO 3166-1 alpha-2; null: not known. */
  country: string | null;
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** BCP 47. */
  locale: string;
};

const fallback = { currency: "USD", language: "en" };

/**
 * The region of a browser (A10): the country of its time zone, or of its language where the zone is nobody's; the
 * language is the browser's, in the way that the country writes it.
 */
export function guessRegion(browser: { timeZone: string; languages: readonly string[] }): Region {
  const wanted = browser.languages.map(localeOf).find((one) => one !== null) ?? null;
  const country = countryOfZone(browser.timeZone) ?? wanted?.region ?? null;
  const language = wanted?.language ?? fallback.language;
  return {
    country,
    timeZone: browser.timeZone,
    currency: currencyOf(country),
    locale: country ? `${language}-${country}` : language,
  };
}

/** The currency of a country, or the fallback where the country is not known. */
export function currencyOf(country: string | null): string {
  return (country && countries[country]?.split(" ")[0]) || fallback.currency;
}

/** The zones of a country; the first is as good a guess as any. */
export function zonesOf(country: string): string[] {
  return countries[country]?.split(" ").slice(1) ?? [];
}

function countryOfZone(zone: string): string | null {
  const found = Object.entries(countries).find(([, facts]) => facts.split(" ").includes(zone));
  return found?.[0] ?? null;
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
