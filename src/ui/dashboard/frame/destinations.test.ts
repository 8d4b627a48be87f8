import { expect, it } from "vitest";
import { destinationOf, destinations, destinationsFor } from "./destinations.ts";

it("finds the destination of an address, the calendar for the dashboard's own alone", () => {
  expect(destinationOf("/dashboard")?.label).toBe("Calendar");
  expect(destinationOf("/dashboard/services")?.label).toBe("Services");
  expect(destinationOf("/dashboard/services/new")?.label).toBe("Services");
  expect(destinationOf("/dashboard/servicesque")).toBeUndefined();
});

it("leads nobody where they may not look", () => {
  expect(destinationsFor(["customers.read"])).toEqual(destinations);
  expect(destinationsFor([]).map(({ label }) => label)).not.toContain("Customers");
});
