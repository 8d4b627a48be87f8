const maximumLength = 63;
const germanLetters: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", ł: "l" };

/** An address made from a name: "Haarschnitt & Föhnen" is "haarschnitt-foehnen"; "item" when no letter is left. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøł]/g, (letter) => germanLetters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-");
  return trimHyphens(trimHyphens(plain).slice(0, maximumLength)) || "item";
}

function trimHyphens(text: string): string {
  return text.replace(/^-+|-+$/g, "");
}

/** `base`, or the first of `base-2`, `base-3` … that is not taken, within 63 characters. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const candidate = trimHyphens(base.slice(0, maximumLength - suffix.length)) + suffix;
    if (!taken.has(candidate)) return candidate;
  }
}
