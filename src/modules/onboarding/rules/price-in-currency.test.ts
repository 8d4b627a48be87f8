import { describe, expect, it } from "vitest";
import { businessKinds } from "#modules/tenants/schema.ts";
import { priceInCurrency } from "./price-in-currency.ts";
import { templates } from "./templates.ts";

describe("a template's price", () => {
  it.each([
    [45, "USD", 4500],
    [45, "EUR", 4500],
    [45, "JPY", 6000],
    [45, "HUF", 15_000],
    [45, "SEK", 45_000],
    [0, "JPY", 0],
    [120, "IDR", 2_000_000],
  ])("of %i is a round amount of %s", (price, currency, minor) => {
    expect(priceInCurrency(price, currency)).toBe(minor);
  });

  it("is a whole, bearable amount in every currency that the platform knows", () => {
    for (const currency of Intl.supportedValuesOf("currency")) {
      for (const price of [0, 15, 45, 110, 450]) {
        const minor = priceInCurrency(price, currency);
        expect(Number.isInteger(minor)).toBe(true);
        expect(minor).toBeLessThanOrEqual(2_000_000_000);
      }
    }
  });
});

describe.each(businessKinds)("the template of a %s", (trade) => {
  const template = templates[trade];

  it("fits into the smallest plan: three services at most", () => {
    expect(template.services.length).toBeGreaterThanOrEqual(2);
    expect(template.services.length).toBeLessThanOrEqual(3);
  });

  it("is open on some days, and each service fits into one of them", () => {
    const longest = Math.max(...template.hours.map(({ opens, closes }) => closes - opens));
    expect(new Set(template.hours.flatMap(({ weekdays }) => weekdays)).size).toBeGreaterThanOrEqual(5);
    for (const { durationMin } of template.services) expect(durationMin).toBeLessThanOrEqual(longest);
  });
});
