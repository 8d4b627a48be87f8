import type { TravelTimes } from "./bookables.ts";
import { type Claims, claimsOf, type Span } from "./find-starts.ts";

/** Minutes from one place to another; none when it is not known, or when either is not known. */
export function travelMinutes(travel: TravelTimes, from: string | null, to: string | null): number {
  return (from !== null && to !== null && travel.get(from)?.get(to)) || 0;
}

/**
 * A person's claims as they look from a place: each at another place is longer by the journey from here before it and
 * the journey back after it (C2). Buffers come on top.
 */
export function travelledClaims(claims: Claims, placeId: string, travel: TravelTimes): Claims {
  const { starts, ends, first, last, places } = claims;
  if (travel.size === 0 || !places) return claims;
  const spans: Span[] = [];
  let journeys = 0;
  for (let index = first; index < last; index++) {
    const elsewhere = places[index] ?? null;
    const there = travelMinutes(travel, placeId, elsewhere);
    const back = travelMinutes(travel, elsewhere, placeId);
    journeys += there + back;
    spans.push({ start: (starts[index] as number) - there, end: (ends[index] as number) + back });
  }
  return journeys === 0 ? claims : claimsOf(spans);
}
