import { expect, it } from "vitest";
import { serviceWarnings } from "./service-warnings.ts";

it("warns about visits that take more people than perform them, and about nothing else", () => {
  const warn = (staffNeeded: number, staffIds: string[]) =>
    serviceWarnings({ kind: "individual", staffNeeded, staffIds });
  expect(warn(1, ["ana"])).toEqual([]);
  expect(warn(2, ["ana", "ben"])).toEqual([]);
  expect(warn(2, ["ana"])).toEqual([
    "It takes 2 people at once, and only 1 person performs it: it cannot be booked.",
  ]);
  expect(warn(3, ["ana", "ben"])).toEqual([
    "It takes 3 people at once, and only 2 perform it: it cannot be booked.",
  ]);
  expect(warn(1, [])).toEqual(["Nobody performs it yet, so it cannot be booked."]);
  expect(serviceWarnings({ kind: "class", staffNeeded: 1, staffIds: [] })).toEqual([]);
});
