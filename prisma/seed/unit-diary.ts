import type { Interval, PlannedBusiness, PlannedService } from "./plan-business.ts";
import { claimedBy } from "./working-hours.ts";

/** Where and when on a date a visit would be, buffers included, in minutes from midnight. */
export type Wanted = { locationId: string; span: Interval };

/** Which units of resources are taken on one date. */
export type UnitDiary = {
  /** A free unit of each of the service's needs; null when there is none of one. */
  find(service: PlannedService, wanted: Wanted): string[] | null;
  take(unitIds: readonly string[], span: Interval): void;
};

export function unitDiary(plan: PlannedBusiness, date: number): UnitDiary {
  const taken = new Map<string, Interval[]>();
  const take = (unitIds: readonly string[], span: Interval) => {
    for (const unit of unitIds) taken.set(unit, [...(taken.get(unit) ?? []), span]);
  };
  for (const session of plan.sessions) if (session.date === date) take(session.unitIds, claimedBy(session));
  const isFree = (unit: string, [from, until]: Interval) =>
    !(taken.get(unit) ?? []).some((other) => other[0] < until && from < other[1]);
  const unitsOf = (keys: readonly string[], locationId: string) => {
    const place = plan.locations.find(({ id }) => id === locationId)?.key;
    const there = plan.resources.filter(
      ({ key, location }) => keys.includes(key) && (!location || location === place),
    );
    return there.flatMap(({ unitIds }) => unitIds);
  };
  return {
    find(service, { locationId, span }) {
      const units = (service.needs ?? []).map((keys) =>
        unitsOf(keys, locationId).find((unit) => isFree(unit, span)),
      );
      return units.every((unit) => unit !== undefined) ? units : null;
    },
    take,
  };
}
