/** What whoever sends it is told. */
export const nulWords = "Leave out the character U+0000: no text here can have it.";

/**
 * Whether a value that came from outside has the character U+0000 in any of its texts. No keyboard types it and PostgreSQL
 * keeps no text with it, so it is refused where it comes in, rather than failing wherever it happens to arrive. Without
 * recursion: whoever sends it decides how deep it is.
 */
export function holdsNul(value: unknown): boolean {
  const rest = [value];
  while (rest.length > 0) {
    const one = rest.pop();
    if (typeof one === "string" && one.includes("\0")) return true;
    if (typeof one !== "object" || one === null) continue;
    for (const [key, inner] of Object.entries(one)) rest.push(key, inner);
  }
  return false;
}

/** The same parameters without it: in an address or a form of a page it says nothing. */
export function withoutNul(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].map(([name, value]) => [name, value.replaceAll("\0", "")]));
}
