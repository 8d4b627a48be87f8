import { expect, test } from "@playwright/test";
import { Dashboard, nextWeekday } from "../pages/dashboard.ts";

const slug = "harlow-and-vine";

test.describe("why a time is not offered", () => {
  test.use({ viewport: { width: 1280, height: 1000 } });

  test("is said where a closed time is clicked, with the way to the hours behind it", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    await dashboard.signIn();
    // The salon is closed on Mondays.
    await dashboard.openDay(nextWeekday(1, 3));
    await dashboard.clickTime("Mara Ellison", "10 AM");
    const warning = dashboard.drawer.getByRole("alert");
    await expect(warning).toContainText("Mara Ellison does not work on Mondays");
    await warning.getByRole("button", { name: "Why is this time not offered?" }).click();

    await expect(dashboard.reason("Orchard Street is closed")).toBeVisible();
    const reason = dashboard.reason("Mara Ellison does not work on Mondays");
    await dashboard.expectAccessible();
    await reason.getByRole("button", { name: "Open working hours" }).click();
    const hours = dashboard.drawer.last();
    await expect(hours.getByRole("heading", { name: "Mara Ellison" })).toBeVisible();
    await expect(hours.getByRole("switch", { name: "Monday" })).not.toBeChecked();

    // Escape leads back one step at a time: to the reasons, to the booking that was begun.
    await page.keyboard.press("Escape");
    await expect(reason).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dashboard.drawer.getByRole("heading", { name: "New appointment" })).toBeVisible();
  });

  test("is answered for last Monday, and for a moment at which the customer looked", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    await dashboard.signIn();
    await dashboard.open("/customers");
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: /^Search/ }).fill("why");
    await page.keyboard.press("Enter");
    const form = dashboard.drawer;
    await dashboard.choose("Service", "Signature cut");
    await dashboard.choose("With", "Mara Ellison");
    await dashboard.chooseDate(nextWeekday(1, -7));
    await form.getByLabel("Time", { exact: true }).fill("10:00");
    await expect(dashboard.explanation).toContainText("Customers were not offered this time");
    await expect(dashboard.reason("Mara Ellison does not work on Mondays")).toBeVisible();
    await expect(dashboard.explanation).toContainText("the last moment at which this time could be booked");

    await form.getByRole("button", { name: "When did the customer look?" }).click();
    await form.getByLabel("On", { exact: true }).fill(nextWeekday(1, -7));
    await form.getByLabel("On", { exact: true }).press("Tab");
    await form.getByLabel("At about").fill("09:45");
    await expect(
      dashboard.reason("needs 2 hours' notice, which makes 11:45 AM the earliest time"),
    ).toBeVisible();
    await dashboard.expectAccessible();
  });

  test("turns into a booking when the time is offered after all", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    await dashboard.signIn();
    await dashboard.openDay(nextWeekday(2, 45));
    await page.getByRole("button", { name: "Why not offered?" }).filter({ visible: true }).click();
    await dashboard.choose("Service", "Signature cut");
    const free = dashboard.drawer.getByLabel("Time", { exact: true });
    const book = dashboard.drawer.getByRole("button", { name: /^Book for / });
    for (const time of ["10:00", "11:00", "12:00", "13:00", "15:00", "16:00", "17:00"]) {
      await free.fill(time);
      await expect(dashboard.explanation).toHaveAttribute("aria-busy", "false");
      await expect(dashboard.explanation).toContainText(`${Number(time.slice(0, 2)) % 12 || 12}:00`);
      if (await book.isVisible()) break;
    }
    await expect(dashboard.explanation).toContainText("Customers are offered this time");
    await book.click();
    const begun = page.getByRole("dialog", { name: "New appointment" });
    await expect(begun.getByRole("combobox", { name: "Service" })).toHaveValue(/^Signature cut/);
  });
});

test("the explanation fits a phone in the dark", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  const page = await context.newPage();
  const dashboard = new Dashboard(page, slug);
  await dashboard.signIn();
  await page.getByRole("button", { name: "Why not offered?" }).filter({ visible: true }).click();
  await dashboard.chooseDate(nextWeekday(1, 10));
  await expect(dashboard.reason("Orchard Street is closed")).toBeVisible();
  await dashboard.expectAccessible();
  await context.close();
});
