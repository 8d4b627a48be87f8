import { defineConfig } from "vitest/config";

// Tests of the running product: races and crashes over HTTP. Each file starts the production build on data of its own,
// so one after the other, after the build (`npm test` takes care of both).
export default defineConfig({
  test: {
    name: "product",
    include: ["e2e/**/*.test.ts"],
    env: { TZ: "UTC" },
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
