import { expect, it } from "vitest";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { moved } from "./moved-appointment.ts";

const ana = { id: "ana", name: "Ana", photoUrl: null, color: "#2f6f5e" };
const ben = { ...ana, id: "ben", name: "Ben" };
const visit = {
  id: "v1",
  start: "2026-11-20T10:00:00Z",
  end: "2026-11-20T10:45:00Z",
  staff: ana,
} as AppointmentView;
const list = { appointments: [visit, { ...visit, id: "v2" }], nextCursor: null };

it("shows a moved appointment at its new time, as long as before, with its new person, and others as they were", () => {
  const after = moved(list, { id: "v1", start: "2026-11-20T14:15:00Z" }, ben);
  expect(after?.appointments[0]).toMatchObject({
    start: "2026-11-20T14:15:00Z",
    end: "2026-11-20T15:00:00Z",
    staff: { id: "ben", name: "Ben" },
  });
  expect(after?.appointments[1]).toBe(list.appointments[1]);
  expect(moved(undefined, { id: "v1", start: visit.start }, ben)).toBeUndefined();
});
