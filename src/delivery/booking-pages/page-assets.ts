import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentAssets } from "#ui/booking/document.tsx";

const entry = "src/embed/booking-page.tsx";

type Manifest = Record<string, { file: string; css?: string[] }>;

let built: DocumentAssets | undefined;

/**
 * The bundle's address and the style sheet's text, from the manifest that `vite build -c vite.booking.config.ts`
 * writes. Read once: a new build comes with a new process. Throws when they were never built.
 */
export function pageAssets(folder = join(process.cwd(), "public", "assets")): DocumentAssets {
  built ??= readAssets(folder);
  return built;
}

function readAssets(folder: string): DocumentAssets {
  const manifest = JSON.parse(readFileSync(join(folder, "booking-manifest.json"), "utf8")) as Manifest;
  const page = manifest[entry];
  if (!page) throw new Error(`The manifest of the booking pages has no ${entry}: build them again`);
  const sheets = (page.css ?? []).map((file) => readFileSync(join(folder, file), "utf8"));
  return { scriptHref: `/assets/${page.file}`, css: sheets.join("\n") };
}
