import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FontName } from "#modules/branding/rules/fonts.ts";
import type { DocumentAssets } from "#ui/booking/document.tsx";
import type { FontFiles } from "#ui/booking/theme/font-faces.ts";

/** Written beside the bundle by the same build. */
const fontsManifest = "fonts-manifest.json";

const entry = "src/embed/booking-page.tsx";

type Manifest = Record<string, { file: string; css?: string[] }>;

/** By font, by the part of the alphabet. */
type Fonts = Record<string, FontFiles>;

let built: Required<DocumentAssets> | undefined;
let fonts: Fonts | undefined;

/**
 * The bundle's address and the style sheet's text, from the manifest that `vite build -c vite.booking.config.ts`
 * writes; below `prefix` where only that reaches us. Read once: a new build comes with a new process. Throws when they
 * were never built.
 */
export function pageAssets(prefix = ""): DocumentAssets {
  built ??= readAssets(assetsFolder());
  if (!prefix) return built;
  const { scriptHref, css } = built;
  return {
    scriptHref: prefix + scriptHref,
    css: css.replaceAll(/url\((["']?)\/assets\//g, `url($1${prefix}/assets/`),
  };
}

/** The files of one of the fonts, below `prefix`; none where the pages were built without it. */
export function fontFiles(font: FontName, prefix = ""): FontFiles {
  fonts ??= JSON.parse(readFileSync(join(assetsFolder(), fontsManifest), "utf8")) as Fonts;
  return (fonts[font] ?? []).map((file) => ({ ...file, href: prefix + file.href }));
}

function assetsFolder(): string {
  return join(process.cwd(), "public", "assets");
}

function readAssets(folder: string): Required<DocumentAssets> {
  const manifest = JSON.parse(readFileSync(join(folder, "booking-manifest.json"), "utf8")) as Manifest;
  const page = manifest[entry];
  if (!page) throw new Error(`The manifest of the booking pages has no ${entry}: build them again`);
  const sheets = (page.css ?? []).map((file) => readFileSync(join(folder, file), "utf8"));
  return { scriptHref: `/assets/${page.file}`, css: sheets.join("\n") };
}
