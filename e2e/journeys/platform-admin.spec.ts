import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { appAddress, siteAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";
import { aNewBusiness } from "../pages/new-business.ts";
import { Platform } from "../pages/platform.ts";

test("the platform admin suspends and restores a business and acts as it; its owner reads all of it", async ({
  browser,
  page: owners,
}) => {
  test.setTimeout(120_000);
  const business = await aNewBusiness(owners, owners.request);
  const context = await browser.newContext();
  const page = await context.newPage();
  const platform = new Platform(page);
  await platform.signIn();
  await platform.openBusiness(business.name);
  await expect(platform.state).toHaveText("Active");
  await platform.frame.expectAccessible();

  await page.getByRole("button", { name: "Suspend …" }).click();
  await platform.giveReason("Complaints about spam", "Suspend");
  await expect(platform.state).toHaveText("Suspended by the platform");
  await expect(page.getByText("Reason: Complaints about spam").first()).toBeVisible();
  const guest = await context.newPage();
  await guest.goto(siteAddress(business.slug));
  await expect(guest.getByText(/No online bookings at the moment/).first()).toBeVisible();
  const suspended = owners.getByText("This business is suspended. Customers cannot book");
  await owners.goto(appAddress("/dashboard"));
  await expect(suspended).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(platform.state).toHaveText("Active");
  await guest.reload();
  await expect(guest.getByText(/No online bookings at the moment/)).toHaveCount(0);

  await page.getByRole("button", { name: "Act as this business" }).click();
  await platform.giveReason("Asked for help with the name", "Act as this business");
  await expect(page).toHaveURL(/\/dashboard$/);
  const banner = page.getByRole("region", { name: "Acting as a business" });
  await expect(banner).toContainText(`You are acting as ${business.name}`);
  const acting = new Dashboard(page, business.slug);
  await acting.open("/settings?section=business");
  await page.getByLabel("Tagline").fill("Helped by the platform");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("All changes saved")).toBeVisible();
  await acting.expectAccessible();
  await banner.getByRole("button", { name: "Stop" }).click();
  await expect(page).toHaveURL(/\/platform\/businesses\//);
  await page.goto(appAddress("/dashboard"));
  await expect(page).toHaveURL(/\/platform$/);

  const owner = new Dashboard(owners, business.slug);
  await owner.open("/settings?section=history");
  await expect(suspended).toHaveCount(0);
  const rows = owners.getByRole("row");
  await expect(rows.filter({ hasText: "tagline" })).toContainText(
    /Platform admin.*Changed the settings of the business/,
  );
  await expect(rows.filter({ hasText: "Began to act as the business" })).toContainText(
    "Asked for help with the name",
  );
  await expect(rows.filter({ hasText: "Suspended the business" })).toContainText("Complaints about spam");
  await owner.expectAccessible();
  await owners.getByRole("combobox", { name: "What" }).click();
  await owners.getByRole("option", { name: "Access by the platform" }).click();
  await expect(rows.filter({ hasText: "Changed the settings" })).toHaveCount(0);
  await expect(rows.filter({ hasText: "Stopped acting as the business" })).toBeVisible();
  const download = owners.waitForEvent("download");
  await owners.getByRole("link", { name: "Download CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`history-${business.slug}.csv`);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines[0]).toBe("When,Who,Role,What,About,Details");
  expect(lines.slice(1).map((line) => line.split(",")[3])).toEqual([
    "Stopped acting as the business",
    "Began to act as the business",
  ]);
  await context.close();
});

test("nobody else finds the platform's pages: not a member, not a stranger", async ({ page }) => {
  const missing = page.getByRole("heading", { name: "There is nothing at this address" });
  for (const path of ["/platform", "/platform/businesses"]) {
    expect((await page.goto(appAddress(path)))?.status()).toBe(404);
    await expect(missing).toBeVisible();
  }
  await new Dashboard(page, "harlow-and-vine").signIn();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await expect(page.getByRole("menuitem", { name: "Your account" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Platform" })).toHaveCount(0);
  expect((await page.goto(appAddress("/platform/businesses")))?.status()).toBe(404);
  await expect(missing).toBeVisible();
});

const screens = [
  {
    name: "a desktop in light",
    width: 1280,
    height: 800,
    colorScheme: "light",
    addresses: ["", "/users", "/builders", "/jobs", "/trail", "/account"],
  },
  {
    name: "a phone in dark",
    width: 390,
    height: 844,
    colorScheme: "dark",
    addresses: ["", "/businesses", "/trail"],
  },
] as const;

for (const { name, colorScheme, addresses, ...viewport } of screens) {
  test(`the platform's pages are accessible on ${name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ viewport, colorScheme });
    const platform = new Platform(await context.newPage());
    await platform.signIn();
    for (const address of addresses) {
      await platform.open(address);
      await platform.frame.expectAccessible();
    }
    await platform.open("/plans");
    await platform.page.getByRole("button", { name: "New plan" }).click();
    await platform.frame.expectAccessible();
    await context.close();
  });
}
