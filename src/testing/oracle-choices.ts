import type { BusinessCase } from "#modules/availability/business-case.ts";
import { type OracleSlot, slotsBySearch } from "./business-oracle.ts";
import { factsOf, momentOf, readClock } from "./business-oracle-calendar.ts";

/**
 * Who should get a visit that starts at the case's one minute, found by asking the oracle again with one person or one
 * unit at a time.
 */

/** One way to take a visit. */
export type OracleChoice = {
  staffId: string;
  locationId: string;
  withStaffIds: string[];
  unitIds: string[];
  sessionId?: string | undefined;
};

/** The first ways to take the visit, one for each person who can lead it, preferred first. */
export function preferredChoices(asked: BusinessCase): OracleChoice[] {
  const slots = slotsBySearch(asked);
  const leads = slots.flatMap((slot) => slot.staffIds.map((staffId) => ({ staffId, slot })));
  const isClass = asked.service.kind === "class";
  // Whoever can take it at several places does so at the first; a class is where it is.
  const atFirstPlace = leads.filter(
    ({ staffId }, index) => isClass || leads.findIndex((lead) => lead.staffId === staffId) === index,
  );
  return byPreference(atFirstPlace, asked).map(({ staffId, slot }) => ({
    staffId,
    locationId: slot.locationId,
    withStaffIds: isClass ? [] : othersAt(slot, staffId, asked).slice(0, asked.service.staffNeeded - 1),
    unitIds: isClass ? [] : freeUnits(slot, asked).map(([first]) => first as string),
    sessionId: slot.sessionId,
  }));
}

/** All who are able to take part at the slot's place but for the lead, preferred first. */
export function othersAt(slot: OracleSlot, lead: string, asked: BusinessCase): string[] {
  const alone: BusinessCase = { ...asked, staffId: undefined, service: { ...asked.service, staffNeeded: 1 } };
  const able = slotsBySearch(alone)
    .filter(({ locationId }) => locationId === slot.locationId)
    .flatMap(({ staffIds }) => staffIds.map((staffId) => ({ staffId, slot })));
  return byPreference(able, asked)
    .map(({ staffId }) => staffId)
    .filter((staffId) => staffId !== lead);
}

/** Of each requirement the units that would do, in order. */
export function freeUnits(slot: OracleSlot, asked: BusinessCase): string[][] {
  return asked.service.requirements.map((ids) =>
    ids.flatMap((id) => {
      const resources = asked.resources.filter((resource) => resource.id === id);
      return resources.flatMap((resource) =>
        (resource.units ?? [id]).filter((unit) => {
          const withThisOnly: BusinessCase = {
            ...asked,
            service: { ...asked.service, requirements: [[id]] },
            resources: [{ ...resource, units: [unit] }],
          };
          return slotsBySearch(withThisOnly).some(({ locationId }) => locationId === slot.locationId);
        }),
      );
    }),
  );
}

function byPreference<Led extends { staffId: string; slot: OracleSlot }>(
  leads: Led[],
  asked: BusinessCase,
): Led[] {
  const rank = ({ staffId }: Led) => asked.staff.findIndex(({ id }) => id === staffId);
  return [...leads].sort((a, b) => burdenOf(a, asked) - burdenOf(b, asked) || rank(a) - rank(b));
}

/** What somebody has to do already, in the measure that the service is assigned by. */
function burdenOf({ staffId, slot }: { staffId: string; slot: OracleSlot }, asked: BusinessCase): number {
  const member = asked.staff.find(({ id }) => id === staffId);
  if (!member || asked.service.assignment === "order") return 0;
  if (asked.service.assignment === "weight") return member.recentVisits / member.weight;
  const place = asked.places.find(({ id }) => id === slot.locationId);
  const zone = place?.timezone ?? asked.business.timezone;
  const dateOf = (instant: string) => factsOf(readClock(zone, Math.floor(momentOf(instant))).day).date;
  return asked.bookings
    .filter((booking) => booking.staffId === staffId && dateOf(booking.start) === dateOf(slot.start))
    .reduce((minutes, { start, end }) => minutes + momentOf(end) - momentOf(start), 0);
}
