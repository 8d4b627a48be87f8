import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rightsPage } from "./rights-page.ts";

it("docs/rights.md says what the tables of the source say: renew it with node scripts/rights-page.ts", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/rights.md"), "utf8");
  expect(page).toBe(rightsPage());
});
