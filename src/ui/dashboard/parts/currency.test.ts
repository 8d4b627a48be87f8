import { expect, it } from "vitest";
import { currencyChoices, currencyDigits, currencySign } from "./currency.ts";

it("knows how many digits a currency has and how it is written", () => {
  expect([currencyDigits("USD"), currencyDigits("JPY"), currencyDigits("KWD")]).toEqual([2, 0, 3]);
  expect(currencySign("EUR", "de-DE")).toBe("€");
  expect(currencyChoices("en-US").find(({ value }) => value === "EUR")?.label).toBe("EUR, Euro");
});
