import { expect, it } from "vitest";
import { dateFormat } from "./date-format.ts";

it("writes date fields in the order of the locale", () => {
  expect(dateFormat("en-US")).toBe("ddd, MMM D, YYYY");
  expect(dateFormat("de-DE")).toBe("ddd, D. MMM YYYY");
  expect(dateFormat("en-GB")).toMatch(/^ddd,? D MMM YYYY$/);
});
