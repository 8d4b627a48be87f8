import { expect, it } from "vitest";
import type { ClassSession } from "#modules/classes/schema.ts";
import { entryOfSession } from "./appointment-entries.ts";

const named = (name: string) => ({ id: name.toLowerCase(), name });

it("shows a date of a class as one block, with its seats, in wall time of the business", () => {
  const session: ClassSession = {
    ...{ id: "d1", scheduleId: null, service: named("Flow"), location: named("Loft") },
    staff: { ...named("Isla Moreau"), color: "#123456" },
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
  const words = { timeZone: "Europe/Berlin", locale: "en-GB", nameStaff: true };
  expect(entryOfSession(session, words)).toMatchObject({
    ...{ id: "d1", kind: "session", columnId: "isla moreau", title: "Flow", detail: "2 of 8 booked, Isla" },
    ...{ start: "2030-03-07T07:05", end: "2030-03-07T08:05" },
  });
  expect(entryOfSession(session, words).label).toMatch(
    /^Flow, class, 2 of 8 booked, .*7.*to.*8.*Isla Moreau\.$/,
  );
});
