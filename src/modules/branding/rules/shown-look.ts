import type { Look, PageLook } from "../schema.ts";
import { type SanitizedCss, sanitizeCss } from "./sanitize-css.ts";

/** The element around everything that a booking page shows. */
export const pageRoot = "#booking";

/** What the plan lets customers see of a look (A9). */
export type AllowedLook = { customCss: boolean; hidesMaker: boolean };

/** The features that a look needs; a business without a plan has them all. */
export function allowedLook(features: readonly string[] | null): AllowedLook {
  return {
    customCss: features === null || features.includes("whiteLabel"),
    hidesMaker: features === null || features.includes("unbranded"),
  };
}

/** The look as pages and letters show it: without what the plan does not include, and with the safe part of its style sheet. */
export function shownLook(look: Look, allowed: AllowedLook): PageLook {
  const { accentColor, logoUrl, font } = look;
  return {
    ...{ accentColor, logoUrl, font },
    css: allowed.customCss && look.customCss ? safeCss(look.customCss).css : "",
    hidesMaker: allowed.hidesMaker && look.hidesMaker,
  };
}

const remembered = new Map<string, SanitizedCss>();
const mostRemembered = 200;

/** `sanitizeCss` for the booking pages; the same text is read once, as it means the same for ever. */
export function safeCss(source: string): SanitizedCss {
  const known = remembered.get(source);
  if (known) return known;
  const safe = sanitizeCss(source, pageRoot);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(source, safe);
  return safe;
}
