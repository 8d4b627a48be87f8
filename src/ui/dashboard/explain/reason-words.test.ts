import { describe, expect, it } from "vitest";
import type { ExplainedReason } from "#modules/availability/explain-schema.ts";
import { byPerson, linkOf } from "./reason-words.ts";

function reason(changes: Partial<ExplainedReason>): ExplainedReason {
  return {
    ...{ code: "closed", message: "Closed", remedy: "Open" },
    ...{ about: null, ownedBy: null, part: null, staffId: null, locationId: null },
    ...changes,
  };
}

describe("the link of a reason", () => {
  it.each<[string, Partial<ExplainedReason>, unknown]>([
    ["a booking", { about: { kind: "appointment", id: "a" } }, { open: "appointment", id: "a", part: "" }],
    ["a date of a class", { about: { kind: "session", id: "s" } }, { open: "session", id: "s", part: "" }],
    [
      "somebody's hours",
      { about: { kind: "rule", id: "r" }, ownedBy: { kind: "staff", id: "maya" }, part: "hours" },
      { open: "staff", id: "maya", part: "hours" },
    ],
    [
      "time off at a location",
      { about: { kind: "rule", id: "r" }, ownedBy: { kind: "location", id: "l" }, part: "dates" },
      { open: "location", id: "l", part: "days" },
    ],
    [
      "a public holiday",
      { about: { kind: "holiday", id: "l" }, ownedBy: { kind: "location", id: "l" }, part: "dates" },
      { open: "location", id: "l", part: "days" },
    ],
    ["a room", { about: { kind: "resource", id: "room" } }, { open: "resource", id: "room", part: "" }],
    ["a service", { about: { kind: "service", id: "s" } }, { open: "service", id: "s", part: "" }],
    [
      "the business's notice",
      { about: { kind: "business", id: "booking" } },
      { open: "page", href: "/dashboard/settings?section=booking" },
    ],
    [
      "the plan's bookings of the month",
      { code: "monthFull", about: { kind: "business", id: "plan" } },
      { open: "page", href: "/dashboard/settings?section=plan" },
    ],
    [
      "a class without a session",
      { code: "noSession", about: { kind: "service", id: "s" } },
      { open: "page", href: "/dashboard/classes" },
    ],
  ])("leads to %s", (_, changes, target) => {
    expect(linkOf(reason(changes))?.target).toEqual(target);
  });

  it("is not there where nothing can be opened", () => {
    expect(linkOf(reason({}))).toBeNull();
    expect(linkOf(reason({ about: { kind: "hold", id: "h" } }))).toBeNull();
  });
});

describe("reasons by person", () => {
  it("keep their order", () => {
    const reasons = [null, "maya", "ben", "maya"].map((staffId) => reason({ staffId }));
    expect(byPerson(reasons).map(([staffId, list]) => [staffId, list.length])).toEqual([
      [null, 1],
      ["maya", 2],
      ["ben", 1],
    ]);
  });
});
