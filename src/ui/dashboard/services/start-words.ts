/** Where starts fall that follow the clock, in words; `interval` in minutes. */
export function startWords(interval: number): string {
  if (interval === 60) return "Only full hours: 9:00, 10:00, 11:00 …";
  if (interval > 0 && interval < 60 && 60 % interval === 0) {
    const minutes = Array.from({ length: 60 / interval }, (_, index) => index * interval);
    const named = minutes.slice(0, 4).map((minute) => `9:${String(minute).padStart(2, "0")}`);
    return `${named.join(", ")}${minutes.length > 4 ? " …" : ""}, whenever working hours begin.`;
  }
  return `Every ${interval} minutes counted from midnight, whenever working hours begin.`;
}
