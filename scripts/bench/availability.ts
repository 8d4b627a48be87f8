import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import {
  type AvailabilityCase,
  availabilityCase,
  findCaseDays,
  findCaseSlots,
} from "#modules/availability/availability-case.ts";
import { median, printFigure, round } from "./figures.ts";
import { makeCase, shapes } from "./workloads.ts";

const warmUpMs = 1000;
const measuredMs = 3000;
const fewestCalls = 100;
const mostCalls = 2000;

/** `readerZone` is the one whose calendar the days of a month are of. */
type BenchCase = { name: string; question: AvailabilityCase; readerZone: string };

/**
 * The engine alone, by the functions that answer the product's questions: hours and bookings as read from rows in; all
 * sorted ISO instants out, or the days of one month that have any. `folder` replaces our own three cases by its files
 * named W*.json.
 */
export function benchAvailability(folder: string | undefined): void {
  for (const { name, question, readerZone } of folder ? casesIn(folder) : ownCases()) {
    const slots = () => findCaseSlots(question);
    printTimes(`availability ${name}`, slots, { slots: slots().length });
    const month = middleMonth(question);
    const days = () => findCaseDays(question, month, readerZone);
    printTimes(`availability ${name} month`, days, { days: days().length });
  }
}

function printTimes(figure: string, work: () => unknown, found: Record<string, number>): void {
  const times = timeCalls(work);
  printFigure({
    figure,
    value: median(times),
    unit: "ms per call",
    median_of: times.length,
    least: round(Math.min(...times)),
    ...found,
  });
}

/** The month that the middle of the window lies in. */
function middleMonth({ from, to }: AvailabilityCase): string {
  return formatInstant(Math.floor((parseInstant(from) + parseInstant(to)) / 2)).slice(0, "YYYY-MM".length);
}

function ownCases(): BenchCase[] {
  return Object.entries(shapes).map(([name, shape]) => ({
    name,
    question: makeCase(name, shape),
    readerZone: shape.viewerZone,
  }));
}

const reader = z.object({ viewerTimezone: z.string().default("UTC") });

function casesIn(folder: string): BenchCase[] {
  const names = readdirSync(folder).filter((name) => /^W[^.]*\.json$/.test(name));
  if (names.length === 0) throw new Error(`There is no W*.json in ${folder}`);
  return names.sort().map((name) => {
    const content: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return {
      name: name.slice(0, -".json".length),
      question: availabilityCase.parse(content),
      readerZone: reader.parse(content).viewerTimezone,
    };
  });
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
