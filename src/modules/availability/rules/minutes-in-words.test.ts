import { expect, it } from "vitest";
import { minutesInWords } from "./minutes-in-words.ts";

it.each([
  [0, "0 minutes"],
  [1, "1 minute"],
  [45, "45 minutes"],
  [60, "1 hour"],
  [90, "1 hour 30 minutes"],
  [2880, "2 days"],
  [1561, "1 day 2 hours 1 minute"],
])("%i minutes are %s", (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words);
});
