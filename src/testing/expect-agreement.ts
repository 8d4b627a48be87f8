import { randomInt } from "node:crypto";
import { expect } from "vitest";
import type { Theme } from "./oracle-cases.ts";
import { checkAgainstOracle, type Tally } from "./oracle-check.ts";

/** Cases that must have offered something, and answers that each feature must have changed, out of a hundred. */
export type Shares = { offering: number; mattered: Record<string, number> };

/**
 * Checks random cases of a theme with a seed of its own, which it prints for the same cases to be had again, and makes
 * sure that the cases were worth it.
 */
export function expectAgreement(theme: Theme, cases: number, least: Shares): void {
  const seed = randomInt(2 ** 31);
  console.log(`again: npm run test:deep -- --theme "${theme}" --seed ${seed} --cases ${cases}`);
  const tally = checkAgainstOracle({ theme, seed, cases });
  expect(tally.cases).toBe(cases);
  expect((100 * tally.offering) / tally.cases).toBeGreaterThan(least.offering);
  for (const [feature, share] of Object.entries(least.mattered)) {
    expect(shareOf(tally, feature), feature).toBeGreaterThan(share);
  }
}

function shareOf({ mattered, sampled }: Tally, feature: string): number {
  return (100 * (mattered[feature] ?? 0)) / sampled;
}
