import type { Page } from "@playwright/test";

/** Keeps the scripts of what `page` opens next from coming, as a slow line does; returns how to let them come. */
export async function holdScripts(page: Page): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
