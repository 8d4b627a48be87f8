import { percentile } from "../figures.ts";

/** How fast something answered: per second, and milliseconds that half and 99 of 100 took at most. */
export type Speed = { perSecond: number; p50: number; p99: number; count: number };

export function speedOf(milliseconds: number[], elapsedMs: number): Speed {
  if (milliseconds.length === 0) throw new Error("Nothing was answered");
  const sorted = Float64Array.from(milliseconds).sort();
  const perSecond = (sorted.length * 1000) / elapsedMs;
  return { perSecond, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), count: sorted.length };
}

/** Keeps `inFlight` calls of `work` going for so many seconds. */
export async function keepInFlight(
  load: { inFlight: number; seconds: number },
  work: () => Promise<unknown>,
): Promise<Speed> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + load.seconds * 1000;
  const lane = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: load.inFlight }, lane));
  return speedOf(times, performance.now() - began);
}
