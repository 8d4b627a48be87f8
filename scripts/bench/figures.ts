/** A figure as `npm run bench` prints it; further fields say how it came about. */
export type Figure = { figure: string; value: number; unit: string; [detail: string]: unknown };

/** One JSON line on stdout. Everything else that the benchmarks say goes to stderr. */
export function printFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify({ ...figure, value: round(figure.value) })}\n`);
}

/** What is going on, for whoever waits. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Four significant digits: more would only be noise. Whole numbers are counts and stay. */
export function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}

/** The middle of the values; of an even number, halfway between the middle two. Throws when there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (lower === undefined || upper === undefined) throw new Error("There is no median of nothing");
  return (lower + upper) / 2;
}

/** The smallest value that `share` (0–1) of all values do not exceed. Expects them sorted, and at least one. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error("There is no percentile of nothing");
  return value;
}
