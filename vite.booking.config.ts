import { defineConfig } from "vite";

/**
 * Builds the booking pages' browser bundle and style sheet into public/assets, named by their content, with a
 * manifest that the server reads. One chunk: the flow is smaller than the round trip that splitting would cost.
 */
export default defineConfig({
  publicDir: false,
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
