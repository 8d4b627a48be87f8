import { expect, it } from "vitest";
import { anywhere, resourceValues, saveRequest } from "./resource-values.ts";

it("starts a new resource as one room, at the only location there is, else anywhere", () => {
  expect(resourceValues(null, ["berlin"])).toEqual({
    name: "",
    kind: "room",
    locationId: "berlin",
    units: 1,
  });
  expect(resourceValues(null, ["berlin", "bonn"]).locationId).toBe(anywhere);
});

it("keeps a resource that is anywhere there, and saves it as none", () => {
  const laser = {
    id: "r1",
    name: "Laser",
    kind: "equipment" as const,
    locationId: null,
    units: 2,
    position: 0,
    archived: false,
    serviceIds: [],
  };
  const values = resourceValues(laser, ["berlin"]);
  expect(values).toEqual({ name: "Laser", kind: "equipment", locationId: anywhere, units: 2 });
  expect(saveRequest("r1", values)).toEqual({ ...values, id: "r1", locationId: null });
});
