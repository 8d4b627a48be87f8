import fc from "fast-check";
import { type BusinessCase, businessCase } from "#modules/availability/business-case.ts";
import { questionOf } from "#modules/availability/business-case-question.ts";
import { type OfferedSlot, offeredSlots, offeredStarts } from "#modules/availability/rules/slots.ts";
import { type OracleSlot, slotsBySearch } from "./business-oracle.ts";
import { momentOf } from "./business-oracle-calendar.ts";
import { type BusinessCaseInput, businessCases, type Theme } from "./oracle-cases.ts";
import { compareOverview } from "./oracle-overview.ts";
import { compareStarts } from "./oracle-starts.ts";
import { variations } from "./oracle-variations.ts";

/** What the cases of a check were like. */
export type Tally = {
  cases: number;
  /** Cases that offer anything, and how much all of them do. */
  offering: number;
  slots: number;
  /** Cases that were tried without each of their features, and how many answers that changed. */
  sampled: number;
  mattered: Record<string, number>;
};

export type Check = { theme: Theme; seed: number; cases: number };

/** Of every so many cases it is found out which of their features matter. */
const sampling = 4;

/**
 * Compares the engine with the oracle in random cases; the same seed makes the same cases. Throws an error that has the
 * smallest case found for which they differ, ready to be put into a file.
 */
export function checkAgainstOracle({ theme, seed, cases }: Check): Tally {
  const tally: Tally = { cases: 0, offering: 0, slots: 0, sampled: 0, mattered: {} };
  const outcome = fc.check(
    fc.property(businessCases(theme), (input) => {
      const difference = compare(input, tally);
      if (difference) throw new Error(difference);
    }),
    { seed, numRuns: cases },
  );
  if (outcome.failed) {
    const [smallest] = outcome.counterexample ?? [];
    throw new Error(
      `${theme}, seed ${seed}: ${String(outcome.errorInstance ?? "")}\n${JSON.stringify(smallest)}`,
    );
  }
  return tally;
}

/** What differs between the engine and the oracle, in words; null when nothing does. */
function compare(input: BusinessCaseInput, tally: Tally): string | null {
  const asked = businessCase.parse(input);
  const { bookables, question } = questionOf(asked);
  const found = linesOf(offeredSlots(bookables, question));
  const slots = slotsBySearch(asked);
  const expected = linesOf(slots);
  if (found.join() !== expected.join()) return differenceOf(found, expected);
  const starts = [...offeredStarts(bookables, question)].join();
  const expectedStarts = [...new Set(expected.map((line) => momentOf(line.split(" ")[0] as string)))].join();
  if (starts !== expectedStarts) return `the starts alone: ${starts} instead of ${expectedStarts}`;
  count(asked, found, tally);
  if (tally.cases % sampling !== 0) return null;
  return compareOverview(asked, slots) ?? compareStarts(asked, slots);
}

function linesOf(slots: readonly (OfferedSlot | OracleSlot)[]): string[] {
  return slots.map(({ start, end, staffIds, locationId, sessionId = "", seatsLeft = "" }) =>
    [start, end, locationId, ...staffIds, sessionId, seatsLeft].join(" "),
  );
}

function differenceOf(found: string[], expected: string[]): string {
  const only = (these: string[], those: string[]) =>
    these.filter((line) => !those.includes(line)).slice(0, 3);
  return [
    `the engine offers ${found.length} slots, the oracle ${expected.length}`,
    `only the engine: ${only(found, expected).join("; ")}`,
    `only the oracle: ${only(expected, found).join("; ")}`,
  ].join("\n");
}

function count(asked: BusinessCase, found: string[], tally: Tally): void {
  tally.cases += 1;
  tally.slots += found.length;
  if (found.length > 0) tally.offering += 1;
  if (tally.cases % sampling !== 0) return;
  tally.sampled += 1;
  for (const [feature, vary] of Object.entries(variations)) {
    const { bookables, question } = questionOf(vary(asked));
    const mattered = linesOf(offeredSlots(bookables, question)).join() !== found.join();
    tally.mattered[feature] = (tally.mattered[feature] ?? 0) + (mattered ? 1 : 0);
  }
}
