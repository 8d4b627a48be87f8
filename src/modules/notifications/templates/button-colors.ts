export type ButtonColors = { background: string; text: string; border: string };

const fallback = "#2f6f5e";
const white = "#ffffff";
const black = "#111111";
const darkPaper = "#212124";
const controlContrast = 3;
const darkContrast = 1.5;

/**
 * A button in the business's colour: its text is white or black, whichever reads better (always at least 4.5:1), and a
 * colour too pale to stand out from white paper, or too dark for dark paper, gets an edge. A colour that is not #rrggbb counts as the default.
 */
export function buttonColors(accent: string): ButtonColors {
  const background = /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : fallback;
  const text = contrast(background, white) >= contrast(background, black) ? white : black;
  const lost =
    contrast(background, white) < controlContrast || contrast(background, darkPaper) < darkContrast;
  return { background, text, border: lost ? "#767676" : background };
}

/** Contrast ratio of WCAG 2 between two #rrggbb colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
