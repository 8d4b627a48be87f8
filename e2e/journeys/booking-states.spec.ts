import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, appAddress, BookingSite, monthAhead, siteAddress } from "../pages/booking-site.ts";

test("an unknown business is a page of its own, not an error", async ({ page }) => {
  const response = await page.goto(siteAddress("nobody-here"));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No business here");
  await expectAccessible(page);
});

test("a service that is gone leads to those that are there", async ({ page }) => {
  const response = await page.goto(siteAddress("harlow-and-vine", "/book?service=perm-of-1987"));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This service is gone");
  await expectAccessible(page);
  await page.getByRole("link", { name: "All services" }).click();
  await expect(page.getByRole("heading", { name: "Choose a service" })).toBeVisible();
});

test("an address that is none of ours says so in the business's look", async ({ page }) => {
  const response = await page.goto(siteAddress("harlow-and-vine", "/no/such/page"));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
});

test("a month without times offers the next available one", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await page.goto(siteAddress("harlow-and-vine", `/book?service=fringe-trim&month=${monthAhead(-1)}`));
  await expect(page.getByText(/^No times in /)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Next available: / }).click();
  await expect(site.times.first()).toBeVisible();
});

test("the same pages are served by path on the application's own host, to the end", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await page.goto(appAddress("/harlow-and-vine/"));
  await page.getByRole("link", { name: /^Blow-dry/ }).click();
  await expect(page).toHaveURL(/\/harlow-and-vine\/book\?service=blow-dry/);
  await page.getByRole("link", { name: "Next month" }).click();
  await expect(page).toHaveURL(/month=/);
  await site.chooseDay(4);
  await site.chooseTime();
  await site.fillDetails(aPerson("Vera Lind"));
  await site.submitDetails();
  await site.bookingCode();
  await expect(page).toHaveURL(/\/harlow-and-vine\/booked\//);
  await page.goBack();
  await expect(site.heading).toHaveText("When would you like to come?");
});

test("old addresses of the form lead back to a start, never to an error", async ({ page }) => {
  await page.goto(siteAddress("harlow-and-vine", "/book/details"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Let us start again");
  await page.goto(siteAddress("harlow-and-vine", "/book"));
  await expect(page.getByRole("heading", { name: "Choose a service" })).toBeVisible();
});

test.describe("a customer abroad", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("sees times in their own zone at once, with the business's beside them", async ({ page }) => {
    const site = new BookingSite(page, "harlow-and-vine");
    await site.openTimes("fringe-trim", { monthsAhead: 1 });
    await expect(page.getByText("Times in Berlin · New York is 6 hours behind")).toBeVisible();
    await expect(page).toHaveURL(/tz=Europe%2FBerlin/);
    await expect(site.times.first()).toHaveAccessibleName(/, .* in New York, /);
    await page.getByRole("link", { name: "Change time zone" }).click();
    await expect(page.getByLabel("Show times in")).toBeFocused();
    await expectAccessible(page);
    await page.getByLabel("Show times in").selectOption("America/New_York");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByText("Times in New York", { exact: false })).toBeVisible();
    await expect(page.getByText("hours behind")).toHaveCount(0);
  });
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("landing, times and form have enough contrast", async ({ page }) => {
    for (const slug of ["harlow-and-vine", "physio-am-park", "still-water-yoga"]) {
      const site = new BookingSite(page, slug);
      await site.openLanding();
      await expectAccessible(page);
      await page.locator("a.row").first().click();
      await expect(site.grid).toBeVisible();
      await expectAccessible(page);
    }
  });
});

test("text at 200 % and a narrow screen lose nothing", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const site = new BookingSite(page, "harlow-and-vine");
  await site.openTimes("fringe-trim", { monthsAhead: 1 });
  await page.addStyleTag({ content: "" }).catch(() => {});
  // The same screen when the whole page is twice as large: a day keeps its figures on one line.
  await page.setViewportSize({ width: 195, height: 422 });
  const days = await site.grid.locator("[data-date]").evaluateAll((cells) =>
    cells.map((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return { wide: cell.getBoundingClientRect().width, lines: text.getClientRects().length };
    }),
  );
  expect(days.filter(({ wide, lines }) => wide < 24 || lines > 1)).toEqual([]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await expectAccessible(page);
  await site.chooseTime();
  await expectAccessible(page);
});

test("no page sends more than 35 KB of script", async ({ page }) => {
  const sizes: number[] = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    const { responseBodySize } = await response.request().sizes();
    sizes.push(responseBodySize);
  });
  const site = new BookingSite(page, "harlow-and-vine");
  await site.openLanding();
  await page.waitForLoadState("networkidle");
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeLessThan(35_000);
});
