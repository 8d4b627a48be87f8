import { expect, it } from "vitest";
import { noCategory, requirementLine, saveRequest, serviceValues } from "./service-values.ts";

it("starts a new service as an hour that everybody performs, and saves no category as none", () => {
  const values = serviceValues(null, ["ana", "ben"]);
  expect(values).toMatchObject({
    kind: "individual",
    durationMin: 60,
    staffIds: ["ana", "ben"],
    staffNeeded: 1,
    requirements: [],
    categoryId: noCategory,
    online: true,
  });
  expect(saveRequest(undefined, values)).toMatchObject({ id: undefined, categoryId: null });
  expect(saveRequest("s1", { ...values, categoryId: "c1" })).toMatchObject({ id: "s1", categoryId: "c1" });
});

it("saves what a visit needs line by line, without the lines in which nothing was chosen", () => {
  const requirements = [requirementLine(["room-1", "room-2"]), requirementLine(), requirementLine(["laser"])];
  const values = { ...serviceValues(null, []), requirements };
  expect(saveRequest(undefined, values).requirements).toEqual([["room-1", "room-2"], ["laser"]]);
});
