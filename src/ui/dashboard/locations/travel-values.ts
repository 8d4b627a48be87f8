import type { Location, TravelTime } from "#modules/tenants/schema.ts";

/** The way between two locations; minutes there (from the first to the second) and back. */
export type Way = { first: Location; second: Location; there: number; back: number };

/** Every pair of locations, in their order, with what is known of the way between them. */
export function waysBetween(locations: readonly Location[], times: readonly TravelTime[]): Way[] {
  const minutes = (from: Location, to: Location) =>
    times.find(({ fromLocationId, toLocationId }) => fromLocationId === from.id && toLocationId === to.id)
      ?.minutes ?? 0;
  return locations.flatMap((first, index) =>
    locations.slice(index + 1).map((second) => ({
      first,
      second,
      there: minutes(first, second),
      back: minutes(second, first),
    })),
  );
}

/** Ways as they are saved, one line for each direction. */
export function timesOf(ways: readonly Way[]): TravelTime[] {
  return ways.flatMap(({ first, second, there, back }) => [
    { fromLocationId: first.id, toLocationId: second.id, minutes: there },
    { fromLocationId: second.id, toLocationId: first.id, minutes: back },
  ]);
}

/** The way with another time there; the way back follows as long as it took the same. */
export function withThere(way: Way, there: number): Way {
  return { ...way, there, back: way.back === way.there ? there : way.back };
}

/** "20 min", "20 min there, 25 min back", "No time". */
export function wayWords({ there, back }: Pick<Way, "there" | "back">): string {
  if (there === back) return there === 0 ? "No time" : `${there} min`;
  return `${there} min there, ${back} min back`;
}
