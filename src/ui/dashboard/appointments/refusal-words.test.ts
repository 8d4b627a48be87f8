import { expect, it } from "vitest";
import { refusalWords } from "./refusal-words.ts";

const failure = { message: "Your role does not allow this.", fields: {}, signedOut: false, missing: false };
const words = (instant: string) => instant.slice(11, 16);

it("names the nearest free times where a time is taken, and keeps the server's words otherwise", () => {
  const slot = { end: "", staffIds: [], locationId: "" };
  const nearest = ["09", "10", "11", "12"].map((hour) => ({ ...slot, start: `2026-11-20T${hour}:00:00Z` }));
  const taken = { ...failure, reason: "slotTaken" as const, details: { nearest } };
  expect(refusalWords(taken, words)).toContain("09:00; 10:00; 11:00.");
  expect(refusalWords({ ...taken, details: {} }, words)).toMatch(/in the way\.$/);
  expect(refusalWords({ ...failure, reason: "forbidden", details: {} }, words)).toBe(failure.message);
});
