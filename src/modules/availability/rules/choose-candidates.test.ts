import { describe, expect, it } from "vitest";
import { askingFor, type BookablesOverrides, claimsAt, someBookables } from "#testing/builders/bookables.ts";
import type { BookableResource, Question } from "./bookables.ts";
import { type Choice, chooseCandidates } from "./choose-candidates.ts";
import { noClaims } from "./find-starts.ts";

const ten = "2026-03-03T09:00:00Z";
const busy = claimsAt(["2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z"]);
/** On the same date, at another time. */
const worked = (minutes: string) => claimsAt(["2026-03-03T12:00:00Z", `2026-03-03T12:${minutes}:00Z`]);
const four = [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }];

function choices(business: BookablesOverrides, question: Partial<Question> = {}): Choice[] {
  const chosen = chooseCandidates(someBookables(business), askingFor(ten, question));
  return "choices" in chosen ? chosen.choices : [];
}
const inWords = ({ staffId, withStaffIds, unitIds }: Choice) =>
  [staffId, ...withStaffIds, ...unitIds].join("+");
const words = (business: BookablesOverrides, question: Partial<Question> = {}) =>
  choices(business, question).map(inWords);

describe("who takes a visit for anybody", () => {
  it("is the least booked on that date, then the first in display order", () => {
    const staff = [
      { id: "a", claims: worked("30") },
      { id: "b", claims: worked("10") },
      { id: "c" },
      { id: "d" },
    ];
    expect(words({ staff })).toEqual(["c", "d", "b", "a"]);
  });

  it("is the first in display order where the service says so", () => {
    const staff = [{ id: "a", claims: worked("30") }, { id: "b", claims: busy }, { id: "c" }];
    expect(words({ staff, service: { assignment: "order" } })).toEqual(["a", "c"]);
  });

  it("is by shares the one who had the least of theirs", () => {
    const staff = [
      { id: "a", weight: 1, recentVisits: 2 },
      { id: "b", weight: 3, recentVisits: 5 },
      { id: "c", weight: 2, recentVisits: 4 },
    ];
    expect(words({ staff, service: { assignment: "weight" } })).toEqual(["b", "a", "c"]);
  });

  it("takes it at the first place they can", () => {
    const places = [{ id: "downtown" }, { id: "uptown" }];
    const staff = [{ id: "a", placeIds: ["uptown"] }, { id: "b" }];
    expect(choices({ places, staff }).map(({ staffId, locationId }) => [staffId, locationId])).toEqual([
      ["a", "uptown"],
      ["b", "downtown"],
    ]);
  });
});

describe("a visit that takes several people", () => {
  const service = { staffNeeded: 2, assignment: "order" } as const;

  it("goes to each as the first with the most preferred of the others, then with others still", () => {
    expect(words({ staff: four.slice(0, 3), service })).toEqual(["a+b", "b+a", "c+a", "b+c"]);
    expect(words({ staff: four, service }).slice(0, 4)).toEqual(["a+b", "b+a", "c+a", "d+a"]);
    expect(words({ staff: four, service })).toContain("c+d");
  });

  it("is not taken by fewer", () => {
    const staff = [{ id: "a" }, { id: "b", claims: busy }, { id: "c", claims: busy }];
    expect(chooseCandidates(someBookables({ staff, service }), askingFor(ten))).toHaveProperty(
      "refusal.reason",
      "slotTaken",
    );
  });

  it("is led by the one who was asked for", () => {
    expect(words({ staff: four.slice(0, 3), service }, { staffId: "b" })).toEqual(["b+a", "b+c"]);
    const staff = [{ id: "a" }, { id: "b", claims: busy }, { id: "c" }];
    expect(words({ staff, service }, { staffId: "b" })).toEqual([]);
  });

  it("takes them at one place", () => {
    const places = [{ id: "downtown" }, { id: "uptown" }];
    const staff = [
      { id: "a", placeIds: ["downtown"] },
      { id: "b", placeIds: ["uptown"] },
    ];
    expect(words({ places, staff, service })).toEqual([]);
    expect(words({ places, staff: [...staff, { id: "c" }], service })).toEqual(["a+c", "b+c", "c+a"]);
  });
});

describe("a visit that takes resources", () => {
  const room = (id: string, ...claims: (typeof noClaims)[]): BookableResource => ({
    ...{ id, name: id, placeId: null },
    units: claims.map((claimed, index) => ({ id: `${id}${index + 1}`, claims: claimed })),
  });

  it("takes the first free unit of each requirement, and later ones as alternatives", () => {
    const resources = [room("chair", busy, noClaims, noClaims), room("laser", noClaims)];
    const service = { requirements: [["chair"], ["laser"]] };
    expect(words({ staff: four.slice(0, 2), resources, service })).toEqual([
      ...["a+chair2+laser1", "b+chair2+laser1"],
      ...["a+chair3+laser1", "b+chair3+laser1"],
    ]);
  });

  it("tries the resources in the order of the requirement", () => {
    const resources = [room("large", noClaims), room("small", noClaims)];
    expect(words({ resources, service: { requirements: [["small", "large"]] } })).toEqual([
      "maya+small1",
      "maya+large1",
    ]);
  });

  it("names at most 24 ways, all as many people and units, none twice", () => {
    const free = Array.from({ length: 20 }, () => noClaims);
    const service = { staffNeeded: 2, requirements: [["chair"]] };
    const all = words({ staff: four, resources: [room("chair", ...free)], service });
    expect(all).toHaveLength(24);
    expect(new Set(all.map((choice) => choice.split("+").length))).toEqual(new Set([3]));
    expect(new Set(all).size).toBe(24);
  });

  it("is not offered without a free unit", () => {
    const business = { resources: [room("chair", busy)], service: { requirements: [["chair"]] } };
    expect(chooseCandidates(someBookables(business), askingFor(ten))).toHaveProperty(
      "refusal.reason",
      "slotTaken",
    );
  });
});

describe("the team", () => {
  it("may start a visit at any minute, whatever the hours and the grid of the clock", () => {
    const business = someBookables({ visit: { grid: "clock", slotInterval: 60 } });
    const question = { ...askingFor("2026-03-03T02:07:00Z"), audience: "member" as const };
    expect(chooseCandidates(business, question)).toHaveProperty("choices.0.staffId", "maya");
  });
});
