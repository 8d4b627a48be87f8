import { describe, expect, it } from "vitest";
import type { Location, ReadBusinessOutput } from "#modules/tenants/schema.ts";
import { addressLines, directionsHref, mapHref, pageLocale, phoneHref, priceInWords } from "./frame.ts";

const place = {
  addressLine1: "Am Volkspark 31",
  addressLine2: null,
  city: "Berlin",
  region: null,
  postalCode: "10715",
  country: "DE",
} as Location;

describe("the language of the pages", () => {
  it("is the business's where there are words for it", () => {
    expect([pageLocale("en-US"), pageLocale("en-AU")]).toEqual(["en-US", "en-AU"]);
  });

  it("is English with the country's formats elsewhere, so that no page mixes two languages", () => {
    expect([pageLocale("de-DE"), pageLocale("pt"), pageLocale("el")]).toEqual(["en-DE", "en-BR", "en-GR"]);
  });
});

describe("addresses", () => {
  it("are written as the country writes them", () => {
    expect(addressLines(place)).toEqual(["Am Volkspark 31", "10715 Berlin"]);
    const newYork = {
      ...place,
      addressLine1: "148 Orchard Street",
      city: "New York",
      region: "NY",
      postalCode: "10002",
    };
    expect(addressLines({ ...newYork, country: "US" })).toEqual(["148 Orchard Street", "New York, NY 10002"]);
    const sydney = {
      ...place,
      addressLine1: "9 Macpherson Lane",
      city: "Bronte",
      region: "NSW",
      postalCode: "2024",
    };
    expect(addressLines({ ...sydney, country: "AU" })).toEqual(["9 Macpherson Lane", "Bronte NSW 2024"]);
  });

  it("lead to a point on the map where coordinates are known, else to a search, else nowhere", () => {
    const known = { latitude: 52.48, longitude: 13.33, lines: ["Am Volkspark 31"] };
    expect(mapHref(known)).toContain("mlat=52.48&mlon=13.33");
    expect(directionsHref(known)).toContain("to=52.48%2C13.33");
    const unknown = { latitude: null, longitude: null, lines: ["Am Volkspark 31", "10715 Berlin"] };
    expect(directionsHref(unknown)).toContain("query=Am%20Volkspark%2031%2C%2010715%20Berlin");
    expect(mapHref({ ...unknown, lines: [] })).toBeUndefined();
  });

  it("dial what was written", () => {
    expect(phoneHref("+49 (30) 231-25 140")).toBe("tel:+493023125140");
  });
});

describe("prices", () => {
  const business = { currency: "EUR", locale: "en-GB" } as ReadBusinessOutput;

  it("say what they count, and nothing where there is nothing to pay", () => {
    expect(priceInWords({ priceKind: "fixed", priceMinor: 5250 }, business)).toBe("€52.50");
    expect(priceInWords({ priceKind: "per_hour", priceMinor: 6000 }, business)).toBe("€60 an hour");
    expect(priceInWords({ priceKind: "per_person", priceMinor: 2500 }, business)).toBe("€25 a person");
    expect(priceInWords({ priceKind: "fixed", priceMinor: 0 }, business)).toBe("Free");
  });
});
