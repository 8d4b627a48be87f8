import { describe, expect, it } from "vitest";
import { existsTwice, firstQuestion, questionOf } from "./explain-values.ts";

const services = [
  { id: "cut", staffIds: ["maya"] },
  { id: "colour", staffIds: ["ben"] },
];
const now = "2026-03-03T10:15";

describe("the first question", () => {
  it("is about the clicked time, and a service that this person gives", () => {
    const start = { start: "2026-03-04T08:00", staffId: "ben" };
    expect(firstQuestion(start, { services, now })).toMatchObject({
      serviceId: "colour",
      staffId: "ben",
      date: "2026-03-04",
      time: "08:00",
    });
  });

  it("is about anybody at the present where nothing was clicked", () => {
    const question = firstQuestion({}, { services, now });
    expect(question).toMatchObject({ serviceId: "cut", staffId: "", date: "2026-03-03", time: "10:15" });
  });
});

describe("the question for the server", () => {
  const values = firstQuestion({}, { services, now });
  const timeZone = "Europe/Berlin";

  it("is a wall time of the place, with nobody and nowhere left out", () => {
    expect(questionOf(values, { timeZone })).toEqual({
      serviceId: "cut",
      start: { date: "2026-03-03", time: "10:15", timeZone, later: false },
    });
  });

  it("says when the customer looked, once both fields say it", () => {
    const asked = { ...values, askedDate: "2026-03-01" };
    expect(questionOf(asked, { timeZone })?.askedAt).toBeUndefined();
    expect(questionOf({ ...asked, askedTime: "09:00" }, { timeZone })?.askedAt).toBe("2026-03-01T08:00:00Z");
  });

  it("waits for a time", () => {
    expect(questionOf({ ...values, time: "" }, { timeZone })).toBeNull();
  });

  it("knows times that exist twice", () => {
    expect(existsTwice({ date: "2026-10-25", time: "02:30" }, timeZone)).toBe(true);
    expect(existsTwice({ date: "2026-10-25", time: "04:30" }, timeZone)).toBe(false);
  });
});
