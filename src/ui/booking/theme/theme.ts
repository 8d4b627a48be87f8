import { contrast, hexToOklch, type Oklch, oklchToHex } from "#kernel/oklch.ts";

/** Contrast that WCAG 2.2 AA asks of text, and of the edge of a control. */
const textContrast = 4.5;
const controlContrast = 3;

/** Used where a business has no colour of its own, or one that cannot be read. */
export const defaultAccent = "#2f6f5e";

export type ColorTokens = {
  bg: string;
  surface: string;
  sunken: string;
  ink: string;
  muted: string;
  line: string;
  control: string;
  accent: string;
  "accent-strong": string;
  "on-accent": string;
  "accent-ink": string;
  tint: string;
  "tint-line": string;
  danger: string;
  "danger-tint": string;
  "danger-line": string;
  warn: string;
  "warn-tint": string;
  "warn-line": string;
  good: string;
  "good-tint": string;
  "good-line": string;
};

type Scheme = { dark: boolean; bg: string; surface: string; sunken: string };

/** Steps the lightness (darker on light, lighter on dark) until every background has `ratio`. */
function readableOn(backgrounds: string[], color: Oklch, ratio: number, dark: boolean): string {
  const step = dark ? 0.01 : -0.01;
  for (let l = color.l; l >= 0 && l <= 1; l += step) {
    const hex = oklchToHex({ ...color, l });
    if (backgrounds.every((background) => contrast(hex, background) >= ratio)) return hex;
  }
  return dark ? "#ffffff" : "#000000";
}

/** White where it can be read, else dark; between them there are greys on which only black can. */
function textOn(fill: string): string {
  const texts = ["#ffffff", "#101010"];
  return texts.find((text) => contrast(text, fill) >= textContrast) ?? "#000000";
}

function neutral(l: number, hue: number, c = 0.006): string {
  return oklchToHex({ l, c, h: hue });
}

function stateColors(scheme: Scheme, name: "danger" | "warn" | "good", hue: number) {
  const tint = oklchToHex({ l: scheme.dark ? 0.27 : 0.965, c: scheme.dark ? 0.045 : 0.022, h: hue });
  const line = oklchToHex({ l: scheme.dark ? 0.42 : 0.86, c: 0.07, h: hue });
  const text = readableOn(
    [tint, scheme.surface, scheme.bg],
    { l: scheme.dark ? 0.76 : 0.52, c: 0.15, h: hue },
    textContrast,
    scheme.dark,
  );
  return { [name]: text, [`${name}-tint`]: tint, [`${name}-line`]: line };
}

function tokensFor(scheme: Scheme, brand: Oklch): ColorTokens {
  const { dark, bg, surface, sunken } = scheme;
  const grounds = [bg, surface, sunken];
  const tint = oklchToHex({ l: dark ? 0.28 : 0.962, c: Math.min(brand.c, dark ? 0.05 : 0.025), h: brand.h });
  const fillStart: Oklch = { ...brand, l: dark ? Math.max(brand.l, 0.62) : Math.min(brand.l, 0.72) };
  const accent = readableOn([bg, surface, tint], fillStart, controlContrast, dark);
  const onAccent = textOn(accent);
  const strong = hexToOklch(accent) as Oklch;
  const strongStep = onAccent === "#ffffff" ? -0.06 : 0.05;
  return {
    bg,
    surface,
    sunken,
    ink: neutral(dark ? 0.955 : 0.21, brand.h, 0.01),
    muted: readableOn([...grounds, tint], { l: dark ? 0.7 : 0.53, c: 0.012, h: brand.h }, textContrast, dark),
    line: neutral(dark ? 0.33 : 0.91, brand.h),
    control: readableOn(grounds, { l: dark ? 0.5 : 0.68, c: 0.01, h: brand.h }, controlContrast, dark),
    accent,
    "accent-strong": oklchToHex({ ...strong, l: strong.l + strongStep }),
    "on-accent": onAccent,
    "accent-ink": readableOn(
      [...grounds, tint],
      { ...brand, l: dark ? Math.max(brand.l, 0.74) : Math.min(brand.l, 0.5) },
      textContrast,
      dark,
    ),
    tint,
    "tint-line": oklchToHex({ l: dark ? 0.42 : 0.87, c: Math.min(brand.c, 0.06), h: brand.h }),
    ...stateColors(scheme, "danger", 25),
    ...stateColors(scheme, "warn", 70),
    ...stateColors(scheme, "good", 150),
  } as ColorTokens;
}

/**
 * The business's colour as a full set of tokens for light and dark: text has at least 4.5:1 on every ground it
 * stands on, fills and the edges of controls 3:1. An accent that is no colour counts as the default.
 */
export function themeTokens(accent: string | null | undefined): { light: ColorTokens; dark: ColorTokens } {
  const brand = hexToOklch(accent ?? "") ?? (hexToOklch(defaultAccent) as Oklch);
  const light: Scheme = {
    dark: false,
    bg: neutral(0.984, brand.h, 0.003),
    surface: "#ffffff",
    sunken: neutral(0.965, brand.h, 0.005),
  };
  const dark: Scheme = {
    dark: true,
    bg: neutral(0.175, brand.h, 0.008),
    surface: neutral(0.22, brand.h, 0.009),
    sunken: neutral(0.255, brand.h, 0.01),
  };
  return { light: tokensFor(light, brand), dark: tokensFor(dark, brand) };
}

function declarations(tokens: ColorTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}

/** The tokens as a style sheet: custom properties on `:root`, the dark ones under the reader's preference. */
export function themeStyle(accent: string | null | undefined): string {
  const { light, dark } = themeTokens(accent);
  return (
    `:root{color-scheme:light dark;${declarations(light)}}` +
    `@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}`
  );
}
