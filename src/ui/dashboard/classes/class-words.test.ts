import { expect, it } from "vitest";
import { endedWords, savedWords, seatWords, turnWordsOf } from "./class-words.ts";

it("says when a class is, and how often unless it is every week", () => {
  const turn = { weekday: 2, startMinute: 1080, everyWeeks: 1 };
  expect(turnWordsOf(turn, "en-GB")).toBe("Tuesday 18:00");
  expect(turnWordsOf({ ...turn, everyWeeks: 2 }, "en-GB")).toBe("Tuesday 18:00, every 2 weeks");
});

it("counts the seats that are booked, and those that somebody is booking", () => {
  const seats = { seatsTaken: 5, seatsHeld: 0, capacity: 12 };
  expect(seatWords(seats)).toBe("5 of 12 booked");
  expect(seatWords({ ...seats, seatsHeld: 2 })).toBe("5 of 12 booked, 2 being booked");
});

it("says what saving and ending did, with the dates that stay", () => {
  const saved = { id: "c", made: [], refused: [], kept: [] };
  expect(savedWords(saved, "en-GB")).toBe("Class saved");
  expect(savedWords({ ...saved, made: ["2030-03-05"], kept: ["2030-03-12"] }, "en-GB")).toMatch(
    /^Class saved: 1 date added\. Booked already, so as they were: .*12/,
  );
  const ended = { id: "c", removed: 0, cancelled: 0, kept: [] };
  expect(endedWords(ended, "en-GB")).toBe("Class ended");
  expect(endedWords({ ...ended, removed: 3, cancelled: 1 }, "en-GB")).toBe(
    "Class ended: 3 dates removed; 1 date cancelled",
  );
});
