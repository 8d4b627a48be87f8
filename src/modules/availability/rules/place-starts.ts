import type { Bookables, Question } from "./bookables.ts";
import { resourceStarts } from "./resources.ts";
import type { Layout } from "./staff-candidates.ts";
import { addMinutes, emptyStartSet, removeMinutes, type StartSet } from "./start-set.ts";
import { fullTime, reachedLimits } from "./visit-limits.ts";

/**
 * The starts that a place leaves open whoever takes the visit: its resources are free, and the service has not had all its
 * visits of the date and the week (C2). Null when neither limits anything.
 */
export function placeStarts(bookables: Bookables, layout: Layout, question: Question): StartSet | null {
  const open = resourceStarts({ bookables, layout, question });
  const full = question.audience === "customer" ? fullTimeOfService(bookables, layout) : [];
  if (full.length === 0) return open;
  const starts = open ?? wholeWindow(question);
  for (let index = 0; index < full.length; index += 2) {
    removeMinutes(starts, full[index] as number, full[index + 1] as number);
  }
  return starts;
}

function fullTimeOfService({ service, visits }: Bookables, layout: Layout) {
  if (service.maxPerDay === null && service.maxPerWeek === null) return [];
  return fullTime(reachedLimits(service, visits?.ofService ?? [], layout.clocks), layout, layout.window);
}

function wholeWindow({ window }: Question): StartSet {
  const starts = emptyStartSet(window);
  addMinutes(starts, window.from, window.until);
  return starts;
}
