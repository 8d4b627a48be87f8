import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, BookingSite } from "../pages/booking-site.ts";
import { manageLinkIn, messageTo } from "../pages/outbox.ts";

test("from the e-mail a customer moves the appointment, then cancels it", async ({ page, request }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  const guest = aPerson("Otto Reyes");
  await site.openTimes("fringe-trim", { monthsAhead: 1 });
  await site.chooseDay(5);
  await site.chooseTime();
  await site.fillDetails(guest);
  await site.submitDetails();
  const code = await site.bookingCode();

  const booked = await messageTo(request, guest.email, /.+/);
  await page.goto(manageLinkIn(booked));
  await expect(site.heading).toHaveText("Your appointment");
  await expect(page.locator(".code")).toHaveText(code);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Reschedule" }).click();
  await expect(site.heading).toHaveText("Choose a new time");
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator(".bar-text")).toContainText("Now: ");
  await site.chooseDay(6);
  await expectAccessible(page);
  const time = (await site.times.nth(1).innerText()).split("\n")[0] ?? "";
  await site.times.nth(1).click();
  await expect(site.heading).toHaveText("Move your appointment?");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Move to / }).click();
  await expect(site.alert).toContainText("Moved to");
  await expect(site.alert).toContainText(time);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Cancel appointment" }).click();
  await expect(site.heading).toHaveText("Cancel this appointment?");
  await expectAccessible(page);
  await page.getByLabel(/Why are you cancelling/).fill("On a trip");
  await page.getByRole("button", { name: "Cancel appointment" }).click();
  await expect(site.alert).toContainText("Your appointment is cancelled");
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Reschedule" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Book again" })).toBeVisible();
  await expectAccessible(page);

  await messageTo(request, guest.email, /cancel/i);
  await page.reload();
  await expect(site.heading).toHaveText("Your appointment");
});

test("a link that was cut short is explained, not shown as an error", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await site.openLanding();
  const response = await page.goto(new URL("/manage/not-a-link", page.url()).href);
  expect(response?.status()).toBe(404);
  await expect(site.heading).toHaveText("We cannot find this appointment");
  await expectAccessible(page);
});
