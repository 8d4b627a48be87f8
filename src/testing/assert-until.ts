import fc from "fast-check";

/** Rounds after which random cases that have not shown what they are to show never will. */
const mostRounds = 10;

/**
 * Checks a property in `numRuns` random cases, and in as many again for as long as they have not shown what makes the
 * check worth something: by luck, a few cases may all be of one kind.
 */
export async function assertUntil<Case>(
  property: fc.IAsyncProperty<Case>,
  { numRuns, shown }: { numRuns: number; shown: () => boolean },
): Promise<void> {
  for (let round = 0; round === 0 || (round < mostRounds && !shown()); round++) {
    await fc.assert(property, { numRuns, endOnFailure: true });
  }
  if (!shown()) throw new Error(`${mostRounds * numRuns} random cases have not shown what they are to show`);
}
