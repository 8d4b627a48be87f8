import { describe, expect, it } from "vitest";
import type { PlanLetterKind } from "../rules/owner-letters.ts";
import { letterHtml, letterText } from "./letter.ts";
import { planLetter } from "./plan-letter.ts";

const facts = {
  ...{ business: "Cut & Colour <3", plan: "Professional", timeZone: "Europe/Berlin", locale: "en-GB" },
  ...{ trialEndsAt: new Date("2030-03-15T09:00:00Z"), graceEndsAt: new Date("2030-03-29T09:00:00Z") },
  href: "https://app.example/dashboard/settings?section=plan",
};
const kinds: Record<PlanLetterKind, RegExp> = {
  trialEnding: /^Your trial of Professional ends on Fri 15 March, 10:00$/,
  trialEnded: /^Your trial has ended: Cut & Colour <3 has the plan Professional now$/,
  paymentFailed: /^The payment for Cut & Colour <3 did not work$/,
  paymentReminder: /^A payment for Cut & Colour <3 is still open$/,
  graceEnding: /^Online booking of Cut & Colour <3 stops on Fri 29 March, 10:00$/,
  suspended: /^Customers of Cut & Colour <3 cannot book at the moment$/,
  restored: /^Thank you: customers of Cut & Colour <3 can book again$/,
  planEnded: /^Your paid plan has ended/,
};

describe("a letter about the plan", () => {
  it.each(Object.entries(kinds))(
    "of the kind %s says what it is about, and leads to the plan",
    (kind, subject) => {
      const letter = planLetter(kind as PlanLetterKind, facts);
      expect(letter.subject).toMatch(subject);
      expect(letterText(letter)).toContain(facts.href);
      const html = letterHtml(letter);
      expect(html).not.toMatch(/undefined|null|Colour <3/);
      expect(html).toContain("Cut &amp; Colour &lt;3");
    },
  );

  it("says soon where the date is not known", () => {
    const letter = planLetter("graceEnding", { ...facts, graceEndsAt: null });
    expect(letter.subject).toBe("Online booking of Cut & Colour <3 stops soon");
  });
});
