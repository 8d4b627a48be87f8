import type { BookableResource, Bookables, Place, Question } from "./bookables.ts";
import type { Claims, VisitLength } from "./find-starts.ts";
import { mergeTouching } from "./intersect-intervals.ts";
import { resourceHours, timeOff } from "./schedules.ts";
import { type Layout, reachOf } from "./staff-candidates.ts";
import {
  addMinutes,
  emptyStartSet,
  hasStart,
  intersectStarts,
  removeMinutes,
  type StartSet,
  uniteStarts,
} from "./start-set.ts";
import { workingIntervals } from "./working-intervals.ts";

type Setting = { readonly bookables: Bookables; readonly layout: Layout; readonly question: Question };

/** The starts for which every requirement has a free unit at a place (C2); null: the service requires nothing. */
export function resourceStarts(setting: Setting): StartSet | null {
  let all: StartSet | null = null;
  for (const requirement of setting.bookables.service.requirements) {
    const some = emptyStartSet(setting.question.window);
    for (const resource of ofRequirement(requirement, setting.bookables, setting.layout.place)) {
      eachUnit(resource, setting, (_, starts) => uniteStarts(some, starts));
    }
    if (all) intersectStarts(all, some);
    else all = some;
  }
  return all;
}

/** For each requirement the ids of the units that are free for a visit that starts as the window does, in order. */
export function freeUnits(setting: Setting): string[][] {
  const { bookables, layout, question } = setting;
  return bookables.service.requirements.map((requirement) => {
    const free: string[] = [];
    for (const resource of ofRequirement(requirement, bookables, layout.place)) {
      eachUnit(resource, setting, (unitId, starts) => {
        if (hasStart(starts, question.window.from)) free.push(unitId);
      });
    }
    return free;
  });
}

/** The resources of a requirement that can be used at the place, in the order of the requirement. */
export function ofRequirement(
  requirement: readonly string[],
  { resources }: Bookables,
  place: Place,
): BookableResource[] {
  const usable = resources.filter(({ placeId }) => placeId === null || placeId === place.id);
  return requirement.flatMap((id) => usable.filter((resource) => resource.id === id));
}

/** Shows each unit with the minutes at which a visit could take it; the set is good until the next unit only. */
function eachUnit(
  resource: BookableResource,
  setting: Setting,
  show: (unitId: string, starts: StartSet) => void,
): void {
  const usable = usableStarts(resource, setting);
  const starts = emptyStartSet(setting.question.window);
  for (const { id, claims } of resource.units) {
    starts.words.set(usable.words);
    removeClaimed(starts, claims, setting.bookables.service.visit);
    show(id, starts);
  }
}

/** Within the resource's hours and not off: the visit itself, its buffers may reach outside. Binds customers only. */
function usableStarts(resource: BookableResource, { bookables, layout, question }: Setting): StartSet {
  const { window } = question;
  const { rules, service } = bookables;
  const { place, days, clocks } = layout;
  const starts = emptyStartSet(window);
  const isBound = question.audience === "customer";
  const hours = isBound ? resourceHours(rules, { resourceId: resource.id, place }, days) : null;
  const reach = reachOf(window, service.visit);
  const open = hours ? mergeTouching(workingIntervals(hours, clocks, reach)) : [reach.from, reach.until];
  for (let index = 0; index < open.length; index += 2) {
    addMinutes(starts, open[index] as number, (open[index + 1] as number) - service.visit.duration + 1);
  }
  if (!isBound) return starts;
  const off = timeOff(rules, { scopes: [{ resourceId: resource.id }], place }, days);
  const away = workingIntervals(off, clocks, reach);
  for (let index = 0; index < away.length; index += 2) {
    removeMinutes(starts, (away[index] as number) - service.visit.duration + 1, away[index + 1] as number);
  }
  return starts;
}

function removeClaimed(starts: StartSet, claims: Claims, visit: VisitLength): void {
  const lead = visit.duration + visit.bufferAfter;
  for (let index = claims.first; index < claims.last; index++) {
    const from = (claims.starts[index] as number) - lead + 1;
    removeMinutes(starts, from, (claims.ends[index] as number) + visit.bufferBefore);
  }
}
