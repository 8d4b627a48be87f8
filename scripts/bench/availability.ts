import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AvailabilityCase,
  availabilityCase,
  findCaseSlots,
} from "#modules/availability/availability-case.ts";
import { median, printFigure, round } from "./figures.ts";
import { makeCase, shapes } from "./workloads.ts";

const warmUpMs = 1000;
const measuredMs = 3000;
const fewestCalls = 100;
const mostCalls = 2000;

/**
 * The engine alone, by the function that `npm run availability` times: hours and bookings as read from rows in, sorted
 * ISO instants out. `folder` replaces our own three cases by its files named W*.json.
 */
export function benchAvailability(folder: string | undefined): void {
  for (const [name, question] of folder ? casesIn(folder) : ownCases()) {
    const times = timeCalls(() => findCaseSlots(question));
    printFigure({
      figure: `availability ${name}`,
      value: median(times),
      unit: "ms per call",
      median_of: times.length,
      least: round(Math.min(...times)),
      slots: findCaseSlots(question).length,
    });
  }
}

function ownCases(): [string, AvailabilityCase][] {
  return Object.entries(shapes).map(([name, shape]) => [name, makeCase(name, shape)]);
}

function casesIn(folder: string): [string, AvailabilityCase][] {
  const names = readdirSync(folder).filter((name) => /^W[^.]*\.json$/.test(name));
  if (names.length === 0) throw new Error(`There is no W*.json in ${folder}`);
  return names
    .sort()
    .map((name) => [
      name.slice(0, -".json".length),
      availabilityCase.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))),
    ]);
}

/** Milliseconds of each call, after a warm-up. */
function timeCalls(work: () => unknown): number[] {
  const warm = performance.now() + warmUpMs;
  while (performance.now() < warm) work();
  const times: number[] = [];
  const end = performance.now() + measuredMs;
  while (times.length < fewestCalls || (times.length < mostCalls && performance.now() < end)) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times;
}
