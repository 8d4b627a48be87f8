import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessCases, themes } from "#testing/oracle-cases.ts";
import { businessCase } from "../business-case.ts";
import { questionOf } from "../business-case-question.ts";
import type { Bookables, Question } from "./bookables.ts";
import { reasonCodes } from "./explain-reason.ts";
import { explainStart } from "./explain-start.ts";
import { offeredStarts } from "./slots.ts";

const seed = 20260303;
const cases = 80;

/** Starts of the window that tell: some of those offered, the minutes beside them, and some at random. */
function startsToAsk({ window }: Question, offered: Int32Array, dice: readonly number[]): number[] {
  const length = Math.max(1, window.until - window.from);
  const near = dice.flatMap((roll) => {
    const start = offered[roll % Math.max(1, offered.length)];
    return start === undefined ? [] : [start, start + 1, start - 1];
  });
  const anywhere = dice.map((roll) => window.from + (roll % length));
  return [...near, ...anywhere].filter((start) => start >= window.from && start < window.until);
}

/** Whether the engine offers exactly this start. */
function isOffered(bookables: Bookables, question: Question): boolean {
  return offeredStarts(bookables, question).length > 0;
}

describe("a start in random businesses", () => {
  it.each(themes)("has a reason against it exactly when it is not offered: %s", (theme) => {
    const met = new Set<string>();
    let offeredOnes = 0;
    fc.assert(
      fc.property(businessCases(theme), fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (input, dice) => {
        const { bookables, question } = questionOf(businessCase.parse(input));
        const offered = offeredStarts(bookables, question);
        for (const start of startsToAsk(question, offered, dice)) {
          const one = { ...question, window: { from: start, until: start + 1 } };
          const reasons = explainStart(bookables, one);
          const answer = { start, offered: reasons.length === 0 };
          expect(answer).toEqual({ start, offered: isOffered(bookables, one) });
          for (const { code } of reasons) met.add(code);
          if (answer.offered) offeredOnes += 1;
        }
      }),
      { seed, numRuns: cases },
    );
    expect(offeredOnes).toBeGreaterThan(cases / 10);
    expect(reasonCodes.filter((code) => met.has(code)).length).toBeGreaterThan(theme === "classes" ? 1 : 12);
  });
});
