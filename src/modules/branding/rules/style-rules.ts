/** What a business's own style sheet may say (A9): how things look, never where they are, nor anything that loads. */

/** Properties; everything else is left out, vendor's own ones and custom properties too. */
export const allowedProperties: ReadonlySet<string> = new Set([
  ...["color", "background", "background-color", "background-image", "accent-color", "caret-color"],
  ...["border", "border-color", "border-style", "border-width", "border-radius"],
  ...["border-top", "border-right", "border-bottom", "border-left"],
  ...["border-block", "border-block-start", "border-block-end"],
  ...["border-inline", "border-inline-start", "border-inline-end"],
  ...["box-shadow", "text-shadow", "outline-color"],
  ...["font-family", "font-size", "font-style", "font-variant", "font-weight", "line-height"],
  ...["letter-spacing", "word-spacing", "text-align", "text-transform", "text-underline-offset"],
  ...["text-decoration", "text-decoration-color", "text-decoration-style", "text-decoration-thickness"],
  ...["padding", "padding-block", "padding-inline", "padding-top", "padding-right", "padding-bottom"],
  ...["padding-left", "margin", "margin-block", "margin-inline", "margin-top", "margin-right"],
  ...["margin-bottom", "margin-left", "gap", "row-gap", "column-gap", "max-width", "max-inline-size"],
]);

/** Functions that compute a colour, a number or a gradient; none of them reads an address. */
export const allowedFunctions: ReadonlySet<string> = new Set([
  ...["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color-mix"],
  ...["calc", "min", "max", "clamp", "var"],
  ...["linear-gradient", "radial-gradient", "conic-gradient"],
  ...["repeating-linear-gradient", "repeating-radial-gradient"],
]);

/** States of what a selector names. */
export const allowedStates: ReadonlySet<string> = new Set([
  ...["hover", "focus", "focus-visible", "active", "disabled", "checked"],
  ...["first-child", "last-child", "only-child"],
]);

/** What `@media` may ask. */
export const allowedMediaFeatures: ReadonlySet<string> = new Set([
  ...["width", "min-width", "max-width", "orientation", "hover", "pointer"],
  ...["prefers-color-scheme", "prefers-contrast", "prefers-reduced-motion"],
]);
