import { expect, it } from "vitest";
import { startWords } from "./start-words.ts";

it("says at which times of the clock a service starts", () => {
  expect(startWords(60)).toBe("Only full hours: 9:00, 10:00, 11:00 …");
  expect(startWords(30)).toBe("9:00, 9:30, whenever working hours begin.");
  expect(startWords(10)).toBe("9:00, 9:10, 9:20, 9:30 …, whenever working hours begin.");
  expect(startWords(45)).toBe("Every 45 minutes counted from midnight, whenever working hours begin.");
  expect(startWords(0)).toBe("Every 0 minutes counted from midnight, whenever working hours begin.");
});
