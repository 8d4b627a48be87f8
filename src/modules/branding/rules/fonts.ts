/** Type faces that booking pages can be set in (A9); the files come with the product, from its own host. */
export const fonts = {
  inter: { label: "Inter", family: "Inter Variable", fallback: "ui-sans-serif, system-ui, sans-serif" },
  nunito: { label: "Nunito", family: "Nunito Variable", fallback: "ui-rounded, system-ui, sans-serif" },
  lora: { label: "Lora", family: "Lora Variable", fallback: "Georgia, Cambria, serif" },
  "playfair-display": {
    label: "Playfair Display",
    family: "Playfair Display Variable",
    fallback: "Georgia, Cambria, serif",
  },
} as const satisfies Record<string, { label: string; family: string; fallback: string }>;

export type FontName = keyof typeof fonts;

export const fontNames = Object.keys(fonts) as [FontName, ...FontName[]];

/** The font that a stored word means; an unknown one is the system's, as none is. */
export function fontFrom(stored: string | null): FontName | null {
  return fontNames.find((name) => name === stored) ?? null;
}
