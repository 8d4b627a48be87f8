import { expect, test } from "@playwright/test";
import { aPerson, BookingSite } from "../pages/booking-site.ts";

test.use({ javaScriptEnabled: false });

test("without JavaScript the whole flow is links and forms: book, move, cancel", async ({ page }) => {
  const site = new BookingSite(page, "physio-am-park");
  const guest = aPerson("Nora Falk");
  await site.openLanding();
  await page.getByRole("link", { name: /^Physiotherapy/ }).click();
  await page.getByRole("link", { name: "Next month" }).click();
  await site.openDays.nth(2).click();
  await site.times.nth(0).click();
  await expect(site.heading).toHaveText("Your details");

  await page.getByLabel("Name").fill(guest.name);
  await site.submitDetails();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/Enter an? (full )?e-mail address/);
  await expect(page.getByLabel("Name")).toHaveValue(guest.name);
  await site.fillDetails(guest);
  await site.submitDetails();
  const code = await site.bookingCode();

  await page.getByRole("link", { name: "Reschedule" }).click();
  await expect(site.heading).toHaveText("Choose a new time");
  await page.getByRole("link", { name: "Next month" }).click();
  await site.openDays.nth(4).click();
  await site.times.nth(1).click();
  await page.getByRole("button", { name: /^Move to / }).click();
  await expect(page.getByRole("alert")).toContainText("Moved to");
  await expect(page.locator(".code")).toHaveText(code);

  await page.getByRole("link", { name: "Cancel appointment" }).click();
  await page.getByLabel(/Why are you cancelling/).fill("Feeling better");
  await page.getByRole("button", { name: "Cancel appointment" }).click();
  await expect(page.getByRole("alert")).toContainText("Your appointment is cancelled");
  await expect(page.getByRole("link", { name: "Reschedule" })).toHaveCount(0);
});

test("without JavaScript the zone is chosen with a plain form and stays chosen", async ({ page }) => {
  const site = new BookingSite(page, "physio-am-park");
  await site.openTimes("physiotherapy", { monthsAhead: 1 });
  await expect(page.getByText("Times in Berlin")).toBeVisible();
  await page.getByRole("link", { name: "Change time zone" }).click();
  await page.getByLabel("Show times in").selectOption("Asia/Tokyo");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Times in Tokyo · Berlin is 8 hours behind")).toBeVisible();
  await site.openDays.nth(3).click();
  await expect(page.getByText("Times in Tokyo · Berlin is 8 hours behind")).toBeVisible();
  await expect(site.times.first()).toHaveAccessibleName(/in Berlin/);
});
