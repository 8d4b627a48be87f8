/** A font's files, each for a part of the alphabet; browsers load those whose letters a page has. */
export type FontFiles = { href: string; unicodeRange: string; primary: boolean }[];

export type PageFont = { family: string; fallback: string; files: FontFiles };

/**
 * The style of a page in a font of its own. Text is shown at once in the fallback and changes when the file is there;
 * a page without one needs nothing.
 */
export function fontStyle(font: PageFont | undefined): string {
  if (!font || font.files.length === 0) return "";
  const faces = font.files.map(
    ({ href, unicodeRange }) =>
      `@font-face{font-family:"${font.family}";font-style:normal;font-display:swap;font-weight:200 900;` +
      `src:url(${href}) format("woff2");unicode-range:${unicodeRange}}`,
  );
  return `${faces.join("")}:root{--font:"${font.family}",${font.fallback}}`;
}
