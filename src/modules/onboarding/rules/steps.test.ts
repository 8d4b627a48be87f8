import { describe, expect, it } from "vitest";
import { isBookable, onboardingSteps, progressOf, stepAfter, stepBefore, stepFrom } from "./steps.ts";

describe("the steps of the wizard", () => {
  it("follow each other to the end and back", () => {
    for (const step of onboardingSteps) {
      const next = stepAfter(step);
      if (next) expect(stepBefore(next)).toBe(step);
    }
    expect(stepAfter("share")).toBeNull();
    expect(stepBefore("hours")).toBeNull();
  });

  it("let bookings come once business, hours and services were looked at", () => {
    expect(onboardingSteps.filter(isBookable)).toEqual(["staff", "policies", "look", "payments", "share"]);
  });

  it("go on where a business stopped; an unknown word begins with the first", () => {
    expect(stepFrom("look")).toBe("look");
    expect(stepFrom("a step of long ago")).toBe("hours");
  });

  it("come nearer to the end with each", () => {
    const progress = onboardingSteps.map(progressOf);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(Math.max(...progress)).toBeLessThan(1);
  });
});
