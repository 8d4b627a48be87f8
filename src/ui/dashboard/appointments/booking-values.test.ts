import { describe, expect, it } from "vitest";
import { firstValues, missingIn, requestOf, startOf } from "./booking-values.ts";

const choices = {
  services: [
    { id: "cut", staffIds: ["ana"], locationIds: [] },
    { id: "color", staffIds: ["ben"], locationIds: [] },
  ],
  staff: [
    { id: "ana", locationIds: ["north"] },
    { id: "ben", locationIds: ["south"] },
  ],
  now: "2026-11-20T10:07",
};

describe("a booking by hand", () => {
  it("starts from the clicked time and person, with a service of theirs and their location", () => {
    const values = firstValues({ start: "2026-11-21T14:30", staffId: "ben" }, choices);
    expect(values).toMatchObject({
      serviceId: "color",
      staffId: "ben",
      locationId: "south",
      date: "2026-11-21",
      time: "14:30",
    });
  });

  it("proposes the next quarter of an hour where nothing was clicked", () => {
    expect(firstValues({}, choices)).toMatchObject({ date: "2026-11-20", time: "10:15", staffId: "ana" });
    const late = { ...choices, now: "2026-11-20T23:50" };
    expect(firstValues({}, late)).toMatchObject({ date: "2026-11-21", time: "09:00" });
    const early = { ...choices, now: "2026-11-20T05:10" };
    expect(firstValues({}, early)).toMatchObject({ date: "2026-11-20", time: "09:00" });
  });

  it("reads the fields as wall time of the business", () => {
    const values = { date: "2026-11-20", time: "10:00" };
    expect(startOf(values, "America/New_York")).toBe("2026-11-20T15:00:00Z");
    expect(startOf({ ...values, time: "" }, "America/New_York")).toBeNull();
  });

  it("says what is missing, and takes a known customer without asking for a name", () => {
    const values = firstValues({}, { ...choices, services: [] });
    expect(missingIn(values)).toEqual({ name: "Enter the customer's name", serviceId: "Choose a service" });
    const known = { ...firstValues({ customer: { id: "c1", name: "Maya" } }, choices) };
    expect(missingIn(known)).toEqual({});
    expect(requestOf(known, "2026-11-20T15:00:00Z", "key-of-the-form").customer).toEqual({ id: "c1" });
  });
});
