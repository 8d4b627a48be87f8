/** The fields of `wanted` that say something else than `before`; what is left out does not count. */
export function changedFields<Wanted extends object>(
  before: { [Key in keyof Wanted]: unknown },
  wanted: Wanted,
): Partial<Wanted> {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && value !== before[field as keyof Wanted],
  );
  return Object.fromEntries(changed) as Partial<Wanted>;
}
