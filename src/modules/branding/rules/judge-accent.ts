import { contrast, hexToOklch, oklchToHex } from "#kernel/oklch.ts";

/** What WCAG 2.2 AA asks of text on a button, and of the button on the page. */
const textContrast = 4.5;
const controlContrast = 3;
const [white, ink] = ["#ffffff", "#101010"];

export type AccentVerdict = {
  /** Contrast of the better of white and dark text on the colour, and of the colour on white paper. */
  text: number;
  paper: number;
  /** Whether buttons in this colour can be read and seen as they are. */
  fits: boolean;
  /** The nearest colour that does, darker or lighter; itself when it fits. */
  fix: string;
};

/**
 * Judges a business's colour (A9): text on it needs 4.5:1, and it needs 3:1 on white to stand out. The pages adapt any
 * colour until it does; the verdict says that they must, and offers the colour that they would need not touch.
 */
export function judgeAccent(accent: string): AccentVerdict {
  const text = textOn(accent);
  const paper = contrast(accent, white);
  const fits = isReadable(accent);
  return { text, paper, fits, fix: fits ? accent : nearestReadable(accent) };
}

function textOn(fill: string): number {
  return Math.max(contrast(white, fill), contrast(ink, fill));
}

function isReadable(accent: string): boolean {
  return textOn(accent) >= textContrast && contrast(accent, white) >= controlContrast;
}

/** Steps away from the lightness that was chosen until it fits: black always does. */
function nearestReadable(accent: string): string {
  const color = hexToOklch(accent);
  if (!color) return ink;
  for (let distance = 0.005; distance <= 1; distance += 0.005) {
    for (const l of [color.l - distance, color.l + distance]) {
      const candidate = oklchToHex({ ...color, l: Math.min(1, Math.max(0, l)) });
      if (isReadable(candidate)) return candidate;
    }
  }
  return ink;
}
