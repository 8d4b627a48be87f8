import { minutesOf, type PlannedBusiness, type PlannedSession } from "./plan-business.ts";
import type { Random } from "./random.ts";
import { claimedBy, recursOn, shiftsOn } from "./working-hours.ts";

const pastDays = 35;

/** The dates of every class, from some weeks ago to as far as can be booked, on which who gives it is at work. */
export function planSessions(plan: PlannedBusiness, random: Random): PlannedSession[] {
  const { business, today } = plan;
  const taken = new Map<string, PlannedSession[]>();
  return (business.classes ?? []).flatMap((wish) => {
    const schedule = { ...wish, id: random.uuid() };
    const service = plan.services.find(({ name }) => name === wish.service);
    const person = plan.staff.find(({ key }) => key === wish.staff);
    const location = plan.locations.find(({ key }) => key === wish.location);
    if (!service || !person || !location)
      throw new Error(`The class ${wish.service} names something unknown`);
    const sessions: PlannedSession[] = [];
    const recurring = { ...wish, kind: "weekly", anchor: today } as const;
    for (let date = today - pastDays; date < today + business.horizonDays; date++) {
      if (!recursOn(recurring, date)) continue;
      const from = minutesOf(wish.at);
      const until = from + service.durationMin;
      const fits = shiftsOn(plan, person.id, date).some((it) => it.from <= from && until <= it.until);
      if (!fits) continue;
      const who = { staffId: person.id, locationId: location.id, unitIds: [] };
      const session = { id: random.uuid(), schedule, service, ...who, date, from, until };
      sessions.push({ ...session, unitIds: freeUnits(plan, session, taken) });
    }
    return sessions;
  });
}

/** A unit of each of the service's needs that no class before has taken; remembers that it is taken now. */
function freeUnits(
  plan: PlannedBusiness,
  session: PlannedSession,
  taken: Map<string, PlannedSession[]>,
): string[] {
  return (session.service.needs ?? []).map((keys) => {
    const units = keys.flatMap((key) => plan.resources.find((it) => it.key === key)?.unitIds ?? []);
    const free = units.find((unit) => !(taken.get(unit) ?? []).some((other) => meet(other, session)));
    if (!free) throw new Error(`There is no room for ${session.service.name}`);
    taken.set(free, [...(taken.get(free) ?? []), session]);
    return free;
  });
}

function meet(one: PlannedSession, other: PlannedSession): boolean {
  const [a, b] = [claimedBy(one), claimedBy(other)];
  return one.date === other.date && a[0] < b[1] && b[0] < a[1];
}
