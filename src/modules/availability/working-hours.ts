import type { TenantContext } from "#database/tenant-context.ts";
import type { BusinessHours } from "./load-rule-book.ts";
import type { Place } from "./rules/bookables.ts";
import { intersect, offOn, openOn, type Part, staffOn, subtract, united } from "./rules/hours-on-date.ts";
import type { Scope } from "./rules/rule-book.ts";

/** Somebody who works, with the locations they work at. */
export type Worker = { id: string; locationIds: string[] };

/** Everybody who is not archived, or one of them. */
export async function loadWorkers(ctx: TenantContext, id?: string): Promise<Worker[]> {
  const rows = await ctx.db.staff.findMany({
    where: { archivedAt: null, ...(id && { id }) },
    select: { id: true, locations: { select: { locationId: true } } },
  });
  return rows.map(({ id: staffId, locations }) => ({
    id: staffId,
    locationIds: locations.map(({ locationId }) => locationId),
  }));
}

/** When somebody works on a local date at any of some places: hours that begin on it, without time off (C1). */
export function workedOn({ book, places }: BusinessHours, worker: Worker, day: number): Part[] {
  const at = places.filter(({ id }) => worker.locationIds.includes(id));
  return united(at.flatMap((place) => workedAt(book, { staffId: worker.id, place }, day)));
}

type Who = { staffId: string; place: Place };

function workedAt(book: BusinessHours["book"], who: Who, day: number): Part[] {
  const open = openOn(book, who.place, day);
  const own = staffOn(book, who, day);
  return subtract(open ? intersect(own, open) : own, offOn(book, scopesOf(who), day));
}

function scopesOf({ staffId, place }: Who): Scope[] {
  const locationId = place.id;
  return [{}, { locationId }, { staffId }, { staffId, locationId }];
}

/** As the schedule editor writes them. */
export function intervalsOf(parts: readonly Part[]): { startMinute: number; endMinute: number }[] {
  return parts.map(({ start, end }) => ({ startMinute: start, endMinute: end }));
}
