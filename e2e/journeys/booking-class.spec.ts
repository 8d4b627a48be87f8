import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, BookingSite } from "../pages/booking-site.ts";

const studio = "still-water-yoga";
const yogaClass = "morning-flow";

/** The seats that the first session of the day says it has. */
async function seatsLeft(site: BookingSite): Promise<number> {
  const words = await site.times.first().locator(".session-seats").innerText();
  return Number(/\d+/.exec(words)?.[0] ?? 0);
}

/** Opens the `nth` date of the class two months ahead, where few have booked. */
async function openClass(page: Page, nth: number): Promise<BookingSite> {
  const site = new BookingSite(page, studio);
  await site.openTimes(yogaClass, { monthsAhead: 1, zone: "Australia/Sydney" });
  const date = (await site.openDays.nth(nth).getAttribute("data-date")) ?? "";
  await site.grid.locator(`a[data-date="${date}"]`).click();
  await expect(site.grid.locator('[aria-selected="true"] a')).toHaveAttribute("data-date", date);
  await expect(site.times.first().locator(".session-teacher")).toBeVisible();
  return site;
}

test("two people come to a class together, and whoever looks at it sees their seats go", async ({
  browser,
}) => {
  const open = async () => openClass(await (await browser.newContext()).newPage(), 2);
  const [site, watching] = [await open(), await open()];
  const { page } = site;
  const before = await seatsLeft(site);
  await expectAccessible(page);

  await page.getByRole("navigation", { name: "How many of you" }).getByRole("link", { name: "2" }).click();
  await expect(page.locator('[aria-current="true"]', { hasText: "2" })).toBeVisible();
  await expect(page.getByText("2 seats", { exact: true }).first()).toBeVisible();
  await site.times.first().click();
  await expect(site.heading).toHaveText("Your details");
  await expect.poll(() => seatsLeft(watching)).toBe(before - 2);
  await expectAccessible(page);

  await site.fillDetails(aPerson("Tara Singh"));
  await site.submitDetails();
  await site.bookingCode();
  await expect(page.locator(".ticket")).toContainText("2 seats");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Cancel appointment" }).click();
  await page.getByRole("button", { name: "Cancel appointment" }).click();
  await expect(page.getByRole("alert")).toContainText("cancelled");
  await expect.poll(() => seatsLeft(watching)).toBe(before);
});

test("more seats than are left cannot be asked of a session, which says what it has", async ({ page }) => {
  const site = await openClass(page, 3);
  const left = await seatsLeft(site);
  const wanted = Math.min(left + 1, 10);
  const seats = page.getByRole("navigation", { name: "How many of you" });
  await seats.getByRole("link", { name: String(wanted), exact: true }).click();
  await expect(seats.locator('[aria-current="true"]')).toHaveText(String(wanted));
  const session = page.locator(".session").first();
  if (wanted > left) await expect(session).toHaveAttribute("aria-disabled", "true");
  else await expect(session).toContainText(`${left} seats left`);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a class is booked and moved to another date with plain links and forms", async ({ page }) => {
    const site = await openClass(page, 4);
    await page.getByRole("navigation", { name: "How many of you" }).getByRole("link", { name: "2" }).click();
    await site.times.first().click();
    await site.fillDetails(aPerson("Hanna Wolf"));
    await site.submitDetails();
    const code = await site.bookingCode();

    await page.getByRole("link", { name: "Reschedule" }).click();
    await page.getByRole("link", { name: "Next month" }).click();
    await site.openDays.nth(5).click();
    await site.times.first().click();
    await page.getByRole("button", { name: /^Move to / }).click();
    await expect(page.getByRole("alert")).toContainText("Moved to");
    await expect(page.locator(".code")).toHaveText(code);
    await expect(page.locator(".ticket")).toContainText("2 seats");
  });
});
