import { describe, expect, it } from "vitest";
import { isBusinessSlug } from "./reserved-slugs.ts";
import { freeSlug, slugFrom } from "./slugs.ts";

describe("an address made from a name", () => {
  it.each([
    ["Deep Tissue Massage", "deep-tissue-massage"],
    ["Haarschnitt & Föhnen", "haarschnitt-foehnen"],
    ["Men's cut (30 min)", "mens-cut-30-min"],
    ["  Café — crème brûlée ", "cafe-creme-brulee"],
    ["予約", "item"],
    ["---", "item"],
  ])("of %s is %s", (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });

  it("never ends with a hyphen where it was cut", () => {
    const slug = slugFrom(`${"a".repeat(62)} b`);
    expect(slug).toBe("a".repeat(62));
  });

  it("takes the next free number when it is taken", () => {
    expect(freeSlug("cut", new Set())).toBe("cut");
    expect(freeSlug("cut", new Set(["cut", "cut-2"]))).toBe("cut-3");
  });

  it("stays within 63 characters with its number", () => {
    const long = "a".repeat(63);
    expect(freeSlug(long, new Set([long]))).toBe(`${"a".repeat(61)}-2`);
  });
});

describe("an address of a business", () => {
  it.each(["harlow-and-vine", "a", "42"])("may be %s", (slug) => {
    expect(isBusinessSlug(slug)).toBe(true);
  });

  it.each(["dashboard", "api", "_next", "-a", "a-", "Two", "two words", "", "a".repeat(64)])(
    "may not be %j",
    (slug) => {
      expect(isBusinessSlug(slug)).toBe(false);
    },
  );
});
