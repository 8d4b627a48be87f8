import { fonts } from "#modules/branding/rules/fonts.ts";
import type { PageLook } from "#modules/branding/schema.ts";
import type { DocumentLook } from "#ui/booking/document.tsx";
import { fontFiles } from "./page-assets.ts";

/** A business's look as the document prints it: its font's own files, from this host (below `files`). */
export function presentLook(look: PageLook | undefined, files = ""): DocumentLook {
  if (!look) return {};
  const { accentColor: accent, css } = look;
  return {
    accent,
    ownCss: css,
    ...(look.font && { font: { ...fonts[look.font], files: fontFiles(look.font, files) } }),
  };
}
