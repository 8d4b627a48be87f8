/** `YYYY-MM-DDTHH:MM:SSZ`, as instants cross the boundaries of verbs. */
export function instantOf(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
