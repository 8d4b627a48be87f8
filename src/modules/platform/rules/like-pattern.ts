/** A pattern for `ILIKE` that finds what contains the words as they were typed; null when nothing was. */
export function likePattern(search: string): string | null {
  return search === "" ? null : `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
