import { defineConfig } from "vitest/config";

/** Values for code that reads the environment; nothing here reaches a network. */
const environment: Record<string, string> = {
  NODE_ENV: "test",
  TZ: "UTC",
  LOG_LEVEL: "silent",
  AUTH_SECRET: "a secret for tests only, never for people",
  ENCRYPTION_KEYS: Buffer.alloc(32, "test").toString("base64"),
};

export default defineConfig({
  test: {
    env: environment,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "prisma/**/*.test.ts"],
          exclude: ["**/*.db.test.*"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["src/**/*.db.test.{ts,tsx}", "scripts/**/*.db.test.ts", "prisma/**/*.db.test.ts"],
          globalSetup: ["src/testing/database-cluster.ts"],
        },
      },
      {
        extends: true,
        test: {
          // The product as it is shipped, over HTTP; needs the production build.
          name: "product",
          include: ["e2e/product/**/*.test.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
