/** Pseudo-random numbers from a seed: the same demo data every time. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number of `[from, to]`. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
  uuid(): string;
};

/** Mulberry32: 32 bits of state, plenty for invented data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const at = <T>(items: readonly T[], index: number): T => {
    if (items.length === 0) throw new RangeError("Nothing to pick from");
    return items[Math.min(index, items.length - 1)] as T;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, between(0, items.length - 1)),
    weighted: (items, weightOf) => {
      let rest = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      const index = items.findIndex((item) => {
        rest -= weightOf(item);
        return rest < 0;
      });
      return at(items, index < 0 ? items.length - 1 : index);
    },
    uuid: () => {
      const hex = Array.from({ length: 32 }, () => between(0, 15).toString(16));
      hex[12] = "4";
      hex[16] = at(["8", "9", "a", "b"], between(0, 3));
      const text = hex.join("");
      return [
        text.slice(0, 8),
        text.slice(8, 12),
        text.slice(12, 16),
        text.slice(16, 20),
        text.slice(20),
      ].join("-");
    },
  };
}
