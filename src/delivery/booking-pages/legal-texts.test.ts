import { describe, expect, it } from "vitest";
import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";
import { defaultSections, ownSections } from "./legal-texts.ts";

const business = {
  name: "Salon Größe",
  email: "hello@salon.example",
  phone: null,
  cancellationWindowMin: 1440,
  locations: [],
} as unknown as ReadBusinessOutput;

describe("a business's own text", () => {
  it("has headings and paragraphs, and keeps its lines", () => {
    expect(ownSections("Hello\nthere\n\n# Data\nWe keep little.\n\nReally.\n\n\n## More\n\nEnd")).toEqual([
      { paragraphs: ["Hello\nthere"] },
      { heading: "Data", paragraphs: ["We keep little.", "Really."] },
      { heading: "More", paragraphs: ["End"] },
    ]);
  });
});

describe("our words", () => {
  it("name the business and how to reach it", () => {
    const [who] = defaultSections("privacy", business);
    expect(who?.paragraphs.join(" ")).toContain("Salon Größe");
    expect(who?.paragraphs.join(" ")).toContain("hello@salon.example");
  });

  it.each([
    [0, "until it begins"],
    [60, "until 1 hour before"],
    [1440, "until 24 hours before"],
    [90, "until 90 minutes before"],
  ])("say the window of %d minutes", (cancellationWindowMin, words) => {
    const sections = defaultSections("terms", { ...business, cancellationWindowMin });
    expect(sections[1]?.paragraphs[0]).toContain(words);
  });
});
