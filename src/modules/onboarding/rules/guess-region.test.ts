import { describe, expect, it } from "vitest";
import { isTimeZone } from "#kernel/time/zone-offsets.ts";
import { countries } from "./countries.ts";
import { currencyOf, guessRegion, zonesOf } from "./guess-region.ts";

describe("the region of a browser", () => {
  it.each([
    ["America/New_York", "en-US", "US", "USD", "en-US"],
    ["Europe/Berlin", "en-US", "DE", "EUR", "en-DE"],
    ["Europe/Berlin", "de", "DE", "EUR", "de-DE"],
    ["Asia/Kolkata", "en-IN", "IN", "INR", "en-IN"],
    ["Asia/Tokyo", "ja", "JP", "JPY", "ja-JP"],
    ["UTC", "pt-BR", "BR", "BRL", "pt-BR"],
    ["UTC", "eo", null, "USD", "eo"],
    ["Europe/London", "not a language", "GB", "GBP", "en-GB"],
  ])("in %s, speaking %s, is %s with %s and %s", (timeZone, language, country, currency, locale) => {
    expect(guessRegion({ timeZone, languages: [language] })).toEqual({ country, timeZone, currency, locale });
  });
});

describe("the table of countries", () => {
  it("names real countries, currencies and zones", () => {
    const known = new Set(Intl.supportedValuesOf("currency"));
    for (const country of Object.keys(countries)) {
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(known.has(currencyOf(country))).toBe(true);
      expect(zonesOf(country).length).toBeGreaterThan(0);
      for (const zone of zonesOf(country)) expect(isTimeZone(zone)).toBe(true);
    }
  });

  it("gives each zone to one country", () => {
    const zones = Object.keys(countries).flatMap(zonesOf);
    expect(new Set(zones).size).toBe(zones.length);
  });
});
