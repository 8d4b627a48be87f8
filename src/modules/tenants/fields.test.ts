import { describe, expect, it } from "vitest";
import { SaveServiceInput } from "#modules/catalog/schema.ts";
import { UpsertCustomerInput } from "#modules/customers/schema.ts";
import { SaveStaffInput } from "#modules/staff/schema.ts";
import { SaveLocationInput, UpdateBusinessInput } from "./schema.ts";

type Parsed = { success: boolean; error?: { issues: { message: string; path: PropertyKey[] }[] } };

function firstMessage(parsed: Parsed): string | undefined {
  return parsed.error?.issues[0]?.message;
}

describe("messages for what people type", () => {
  const service = { name: "Cut", durationMin: 30, priceMinor: 4500 };

  it.each([
    [{ ...service, name: "  " }, "Enter a name"],
    [{ ...service, durationMin: 4 }, "Must be at least 5 minutes"],
    [{ ...service, durationMin: 1441 }, "Must be at most 1440 minutes"],
    [{ ...service, durationMin: 30.5 }, "Enter a whole number"],
    [{ ...service, durationMin: "" }, "Enter a number"],
    [{ ...service, priceMinor: -1 }, "A price cannot be negative"],
    [{ ...service, bufferAfterMin: 721 }, "Must be at most 720 minutes"],
    [{ ...service, slotIntervalMin: 0 }, "Must be at least 5 minutes"],
    [{ ...service, horizonDays: 731 }, "Must be at most 730 days"],
    [{ ...service, slug: "two words" }, "Use small letters, digits and hyphens, like deep-tissue-massage"],
  ])("of a service %j", (input, message) => {
    expect(firstMessage(SaveServiceInput.safeParse(input))).toBe(message);
  });

  it.each([
    [{ timeZone: "Mars/Olympus" }, "Choose a time zone from the list, like Europe/Berlin"],
    [{ currency: "EURO" }, "Choose a currency from the list, like EUR"],
    [{ locale: "english please" }, "Choose a language from the list, like en-US"],
    [{ accentColor: "blue" }, "Enter a colour as #rrggbb, like #3b5bdb"],
    [{ email: "me@" }, "Enter a full e-mail address, like name@example.com"],
    [{ logoUrl: "javascript:alert(1)" }, "Enter a web address that starts with https://"],
    [{ logoUrl: "//evil.example/x.svg" }, "Enter a web address that starts with https://"],
    [{ name: "" }, "Enter the name of the business"],
    [{ cancellationWindowMin: -5 }, "Cannot be negative"],
  ])("of a business %j", (input, message) => {
    expect(firstMessage(UpdateBusinessInput.safeParse(input))).toBe(message);
  });

  it("accept what is right and tidy it", () => {
    const business = {
      timeZone: "America/New_York",
      currency: "JPY",
      locale: "de-DE",
      accentColor: "#ABCDEF",
    };
    expect(UpdateBusinessInput.parse({ ...business, email: "", website: "https://example.com" })).toEqual({
      ...business,
      accentColor: "#abcdef",
      email: null,
      website: "https://example.com",
    });
    expect(SaveServiceInput.parse({ ...service, slug: "", staffIds: [] })).toEqual({
      ...service,
      staffIds: [],
    });
    expect(UpsertCustomerInput.parse({ name: " Ada ", email: " Ada@Example.com ", phone: "" })).toEqual({
      name: "Ada",
      email: "ada@example.com",
      phone: null,
    });
    expect(SaveLocationInput.parse({ name: "Mitte", country: "de" }).country).toBe("DE");
    const twice = "0b5f1b7e-6b0f-4f0e-8a52-0d8a5e1e7c11";
    expect(SaveStaffInput.parse({ name: "Ana", serviceIds: [twice, twice] }).serviceIds).toEqual([twice]);
  });

  it("leave out what was not given, so that a change touches nothing else", () => {
    expect(UpdateBusinessInput.parse({})).toEqual({});
    expect(SaveStaffInput.parse({ name: "Ana" })).toEqual({ name: "Ana" });
  });
});
