/** A unit of a resource, with the local dates (YYYY-MM-DD) of the visits that have claimed it and are not over. */
export type UnitInUse = { id: string; number: number; retired: boolean; dates: string[] };

export type UnitPlan = {
  /** Numbers that are new. */
  add: number[];
  bringBack: string[];
  retire: string[];
  /** Set when too few can go: how many have to stay, and the sorted dates on which those are claimed. */
  claimed: { units: number; dates: string[] } | null;
};

/**
 * How a resource comes to have `wanted` units (B4). More: retired ones come back, lowest number first, then new ones.
 * Fewer: those that nobody has claimed go, highest number first.
 */
export function planUnits(units: readonly UnitInUse[], wanted: number): UnitPlan {
  const sorted = units.toSorted((a, b) => a.number - b.number);
  const active = sorted.filter(({ retired }) => !retired);
  const plan: UnitPlan = { add: [], bringBack: [], retire: [], claimed: null };
  if (active.length <= wanted) {
    const missing = wanted - active.length;
    plan.bringBack = sorted
      .filter(({ retired }) => retired)
      .slice(0, missing)
      .map(({ id }) => id);
    const last = sorted.at(-1)?.number ?? 0;
    plan.add = Array.from({ length: missing - plan.bringBack.length }, (_, index) => last + 1 + index);
    return plan;
  }
  const surplus = active.length - wanted;
  const free = active.filter(({ dates }) => dates.length === 0).slice(-surplus);
  if (free.length === surplus) return { ...plan, retire: free.map(({ id }) => id) };
  const staying = active.filter(({ dates }) => dates.length > 0);
  const dates = [...new Set(staying.flatMap((unit) => unit.dates))].sort();
  return { ...plan, claimed: { units: staying.length, dates } };
}
