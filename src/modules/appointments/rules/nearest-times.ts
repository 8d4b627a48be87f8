/** The `count` slots whose start is closest to `wanted`, in order of time. `wanted` itself is never among them. */
export function nearestTimes<Slot extends { start: string }>(
  slots: readonly Slot[],
  wanted: string,
  count: number,
): Slot[] {
  const wantedMs = Date.parse(wanted);
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.start) - wantedMs);
  return slots
    .filter((slot) => distance(slot) > 0)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}
