import { expect, type Page, test } from "@playwright/test";
import { aPerson, BookingSite } from "../pages/booking-site.ts";
import { tabTo } from "../pages/keyboard.ts";

const focusedDate = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.date ?? null);

test("a booking from landing to code with the keyboard alone", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  const guest = aPerson("Kira Moss");
  await site.openLanding();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await tabTo(page, /^Fringe trim/);
  await page.keyboard.press("Enter");
  await expect(site.heading).toHaveText("When would you like to come?");
  await expect(site.heading).toBeFocused();

  await tabTo(page, /times available$/);
  await page.keyboard.press("PageDown");
  await expect.poll(async () => (await focusedDate(page))?.slice(0, 7)).toBe(await nextMonth(page));
  const open = await site.openDays.nth(3).getAttribute("data-date");
  await walkTo(page, open ?? "");
  await page.keyboard.press("Enter");
  await expect(site.grid.locator('[aria-selected="true"] a')).toHaveAttribute("data-date", open ?? "");
  expect(await focusedDate(page)).toBe(open);
  await expect(page.locator("#announcer")).toContainText(/\d+ times? on /);

  await tabTo(page, /(AM|PM), /);
  await page.keyboard.press("Enter");
  await expect(site.heading).toHaveText("Your details");
  await expect(site.heading).toBeFocused();
  await tabTo(page, /^Name/);
  await page.keyboard.type(guest.name);
  await tabTo(page, /^E-mail/);
  await page.keyboard.type(guest.email);
  await page.keyboard.press("Enter");
  await expect(site.heading).toContainText("You are booked");
  await expect(site.heading).toBeFocused();
});

/** The month after the present one in the business's zone, which this browser shares. */
function nextMonth(page: Page): Promise<string> {
  return page.evaluate(() => {
    const now = new Date();
    const next = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1));
    return next.toISOString().slice(0, 7);
  });
}

/** From wherever the grid's focus is to a date of the same month, by arrow keys. */
async function walkTo(page: Page, date: string): Promise<void> {
  for (let press = 0; press < 40; press++) {
    const here = (await focusedDate(page)) ?? "";
    if (here === date) return;
    const distance = Number(date.slice(8)) - Number(here.slice(8));
    const far = Math.abs(distance) >= 7;
    await page.keyboard.press(
      distance > 0 ? (far ? "ArrowDown" : "ArrowRight") : far ? "ArrowUp" : "ArrowLeft",
    );
  }
}

test("the grid has one tab stop, and its keys reach days without times too", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await site.openTimes("fringe-trim", { monthsAhead: 1 });
  await expect(site.grid.locator('[tabindex="0"]')).toHaveCount(1);
  await site.grid.locator('[tabindex="0"]').focus();

  await page.keyboard.press("Home");
  const sunday = (await focusedDate(page)) ?? "";
  expect(new Date(`${sunday}T00:00:00Z`).getUTCDay() === 0 || sunday.endsWith("-01")).toBe(true);
  await page.keyboard.press("End");
  const saturday = (await focusedDate(page)) ?? "";
  expect(saturday > sunday).toBe(true);
  expect(saturday.slice(0, 7)).toBe(sunday.slice(0, 7));
  await expect(site.grid.locator('[tabindex="0"]')).toHaveAttribute("data-date", saturday);

  const closed = site.grid.locator('[aria-disabled="true"]').first();
  await expect(closed).toHaveAccessibleName(/, no times$/);
  await closed.focus();
  await page.keyboard.press("Enter");
  await expect(closed).toBeFocused();
});
