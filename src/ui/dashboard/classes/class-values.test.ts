import { describe, expect, it } from "vitest";
import type { ClassSchedule, ClassSession } from "#modules/classes/schema.ts";
import {
  addRequest,
  changeRequest,
  missingTerms,
  scheduleRequest,
  scheduleValues,
  sessionValues,
} from "./class-values.ts";

const known = {
  services: [{ id: "flow", staffIds: ["leo"] }],
  staff: [
    { id: "maya", locationIds: ["north"] },
    { id: "leo", locationIds: ["south", "north"] },
  ],
  today: "2030-03-05",
};

const named = (id: string) => ({ id, name: id });

const schedule: ClassSchedule = {
  id: "s1",
  ...{ service: named("flow"), staff: named("leo"), location: named("north") },
  ...{ weekday: 4, startMinute: 425, everyWeeks: 2, dateFrom: "2030-01-03", dateTo: null, capacity: 8 },
  ...{ archived: false, coming: 3, next: null },
};

const session: ClassSession = {
  id: "d1",
  scheduleId: "s1",
  ...{ service: named("flow"), staff: { ...named("leo"), color: "#123456" }, location: named("north") },
  ...{ start: "2030-03-07T06:05:00Z", end: "2030-03-07T07:05:00Z", timeZone: "Europe/Berlin" },
  ...{
    wallStart: "2030-03-07T07:05",
    capacity: 8,
    seatsTaken: 2,
    seatsHeld: 0,
    resources: [],
    cancelled: false,
  },
};

describe("a class that repeats", () => {
  it("begins today with who gives it first, where they work first", () => {
    expect(scheduleValues(null, known)).toMatchObject({
      ...{ serviceId: "flow", staffId: "leo", locationId: "south", capacity: null },
      ...{ weekday: 2, everyWeeks: 1, dateFrom: "2030-03-05", dateTo: null },
    });
  });

  it("is saved as it was shown", () => {
    expect(scheduleRequest("s1", scheduleValues(schedule, known))).toEqual({
      ...{ id: "s1", serviceId: "flow", staffId: "leo", locationId: "north", capacity: 8 },
      ...{ weekday: 4, startMinute: 425, everyWeeks: 2, dateFrom: "2030-01-03", dateTo: null },
    });
  });

  it("names what is missing", () => {
    const empty = { serviceId: "", staffId: "", locationId: "", time: "", capacity: null };
    expect(Object.keys(missingTerms(empty))).toEqual(["serviceId", "staffId", "locationId", "time"]);
    expect(missingTerms(scheduleValues(schedule, known))).toEqual({});
  });
});

describe("a date of a class", () => {
  const values = sessionValues(session, known);

  it("is added with the service's seats unless others are asked for", () => {
    const added = { ...sessionValues(null, known), time: "09:30" };
    const request = { serviceId: "flow", staffId: "leo", locationId: "south", date: "2030-03-05" };
    expect(addRequest(added)).toEqual({ ...request, startMinute: 570 });
    expect(addRequest({ ...added, capacity: 4 })).toEqual({ ...request, startMinute: 570, capacity: 4 });
  });

  it("is changed in nothing but what differs", () => {
    expect(changeRequest(session, values, "Europe/Berlin")).toEqual({ id: "d1", notify: true });
    expect(
      changeRequest(session, { ...values, staffId: "maya", capacity: 10, notify: false }, "Europe/Berlin"),
    ).toEqual({ id: "d1", notify: false, staffId: "maya", capacity: 10 });
  });

  it("moves to a time by the clocks of where it will be", () => {
    expect(changeRequest(session, { ...values, time: "08:00" }, "Europe/Berlin")).toMatchObject({
      start: "2030-03-07T07:00:00Z",
    });
    expect(changeRequest(session, { ...values, locationId: "lisbon" }, "Europe/Lisbon")).toMatchObject({
      ...{ locationId: "lisbon", start: "2030-03-07T07:05:00Z" },
    });
  });
});
