import { expect, it } from "vitest";
import type { Location } from "#modules/tenants/schema.ts";
import { timesOf, waysBetween, wayWords, withThere } from "./travel-values.ts";

const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, name: id }) as Location) as [
  Location,
  Location,
  Location,
];

it("lists every pair once, with the minutes there and back, and saves each direction", () => {
  const times = [
    { fromLocationId: "a", toLocationId: "b", minutes: 20 },
    { fromLocationId: "b", toLocationId: "a", minutes: 25 },
  ];
  const ways = waysBetween([a, b, c], times);
  expect(ways.map(({ first, second, there, back }) => [first.id, second.id, there, back])).toEqual([
    ["a", "b", 20, 25],
    ["a", "c", 0, 0],
    ["b", "c", 0, 0],
  ]);
  expect(timesOf(ways)).toHaveLength(6);
  expect(timesOf(ways)).toEqual(expect.arrayContaining(times));
});

it("lets the way back follow the way there until it is different", () => {
  const way = { first: a, second: b, there: 20, back: 20 };
  expect(withThere(way, 30)).toMatchObject({ there: 30, back: 30 });
  expect(withThere({ ...way, back: 25 }, 30)).toMatchObject({ there: 30, back: 25 });
});

it("says how long a way takes", () => {
  const words = [
    { there: 0, back: 0 },
    { there: 20, back: 20 },
    { there: 20, back: 0 },
  ].map(wayWords);
  expect(words).toEqual(["No time", "20 min", "20 min there, 0 min back"]);
});
