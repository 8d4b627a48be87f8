import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, BookingSite } from "../pages/booking-site.ts";

test("the hold's time is shown in its last minutes only, and one press keeps it", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await page.clock.install();
  await site.openTimes("blow-dry", { monthsAhead: 1 });
  await site.chooseDay(0);
  await site.chooseTime();
  await site.fillDetails(aPerson("Ines Duarte"));
  const keep = page.getByRole("button", { name: "Keep my time" });
  await expect(keep).toHaveCount(0);

  await page.clock.fastForward("08:00");
  await expect(page.getByText(/^We keep this time for you for [12]:\d\d$/)).toBeVisible();
  await expectAccessible(page);
  await keep.click();
  await expect(keep).toHaveCount(0);
  await expect(page.getByLabel("Name")).toHaveValue("Ines Duarte");

  await page.clock.fastForward("11:00");
  await expect(page.getByText("We stopped keeping this time for you.")).toBeVisible();
  await site.submitDetails();
  await site.bookingCode();
});

test("a lost connection loses nothing: the form stays, and pressing again books once", async ({
  page,
  context,
}) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await site.openTimes("blow-dry", { monthsAhead: 1 });
  await site.chooseDay(1);
  await site.chooseTime();
  const guest = aPerson("Paul Weber");
  await site.fillDetails(guest);
  await context.setOffline(true);
  await site.submitDetails();
  await expect(page.getByText(/^We could not reach the server\. Nothing is lost/).first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue(guest.name);

  await context.setOffline(false);
  await site.submitDetails();
  await site.bookingCode();
});
