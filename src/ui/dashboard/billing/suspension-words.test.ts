import { expect, it } from "vitest";
import { suspensionWords } from "./suspension-words.ts";

it("a suspended business reads whom to ask", () => {
  expect(suspensionWords({ mode: "standalone", mayReadBilling: true })).toMatch(
    /^This business is suspended\. Customers cannot book.* Ask whoever runs this installation why\.$/,
  );
  expect(suspensionWords({ mode: "integrated", mayReadBilling: true })).toContain("your website builder");
  expect(suspensionWords({ mode: "standalone", mayReadBilling: false })).toMatch(/ Ask the owner why\.$/);
});
