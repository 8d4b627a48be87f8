import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * No violation that axe can find (row N2), and no sideways scrolling. Waits for motion to end: it fades colours. Frames
 * in which no script may run are left out: axe could not answer from there.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  const axe = new AxeBuilder({ page }).withTags(rules).exclude("iframe[sandbox]");
  const still = await page.locator("iframe[sandbox]").count();
  const { violations } = await (still > 0 ? axe.setLegacyMode() : axe).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "pixels wider than the screen").toBeLessThanOrEqual(0);
}
