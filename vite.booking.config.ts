import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { fontNames } from "./src/modules/branding/rules/fonts.ts";

/** Letters of western and central European languages: what `@fontsource-variable` names them, the first one preloaded. */
const alphabets = ["latin", "latin-ext"] as const;

/**
 * Copies the fonts that booking pages can be set in, named by their content, and lists them in a manifest for the
 * server: the page links the files of its own font, and no style sheet or script carries them.
 */
function bookingFonts(): Plugin {
  return {
    name: "booking-fonts",
    generateBundle() {
      const manifest = Object.fromEntries(
        fontNames.map((name) => [
          name,
          alphabets.map((alphabet, index) => {
            const folder = join(import.meta.dirname, "node_modules", "@fontsource-variable", name);
            const source = readFileSync(join(folder, "files", `${name}-${alphabet}-wght-normal.woff2`));
            const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
            const fileName = `${name}-${alphabet}-${hash}.woff2`;
            this.emitFile({ type: "asset", fileName, source });
            const ranges = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<
              string,
              string
            >;
            return {
              href: `/assets/${fileName}`,
              unicodeRange: ranges[alphabet] ?? "",
              primary: index === 0,
            };
          }),
        ]),
      );
      const source = JSON.stringify(manifest);
      this.emitFile({ type: "asset", fileName: "fonts-manifest.json", source });
    },
  };
}

/**
 * Builds the booking pages' browser bundle and style sheet into public/assets, named by their content, with a
 * manifest that the server reads. One chunk: the flow is smaller than the round trip that splitting would cost.
 */
export default defineConfig({
  publicDir: false,
  plugins: [bookingFonts()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "public/assets",
    emptyOutDir: true,
    manifest: "booking-manifest.json",
    target: "es2022",
    cssTarget: ["chrome107", "safari16", "firefox110"],
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: "src/embed/booking-page.tsx",
      output: {
        entryFileNames: "booking-[hash].js",
        assetFileNames: "booking-[hash][extname]",
      },
    },
  },
});
