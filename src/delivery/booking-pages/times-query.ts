import { type Offer, timeFrameOf } from "./load-service.ts";
import type { TimesQuery } from "./load-times.ts";
import type { Selection } from "./selection.ts";

/** The customer's own claims, which do not stand in their way. */
export type OwnClaims = Pick<TimesQuery, "ignoreHoldId" | "ignoreAppointmentId">;

/** What times a page of an offer asks for. */
export function timesQuery(offer: Offer, selection: Selection, own: OwnClaims): TimesQuery {
  return {
    serviceId: offer.service.id,
    staffId: offer.chosen?.id,
    locationId: offer.location?.id,
    timeZone: timeFrameOf(offer, selection.tz).zone,
    month: selection.month,
    date: selection.date,
    seats: seatsAsked(offer, selection).seats,
    ...own,
  };
}

/** Of a class: the session meant and how many come. Of another visit nothing, whatever the address says. */
export function seatsAsked(
  { service }: Offer,
  { session, seats }: Selection,
): { sessionId?: string | undefined; seats?: number | undefined } {
  return service.kind === "class" ? { sessionId: session, seats: seats ?? 1 } : {};
}
