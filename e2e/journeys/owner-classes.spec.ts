import { expect, test } from "@playwright/test";
import { Dashboard, nextWeekday } from "../pages/dashboard.ts";

const slug = "still-water-yoga";

test.describe("classes of the owner", () => {
  test.use({ viewport: { width: 1280, height: 1000 } });

  test("repeat on a weekday; one date is booked, moved and cancelled with what is in it", async ({
    page,
  }) => {
    const dashboard = new Dashboard(page, slug);
    await dashboard.signIn();
    await dashboard.open("/classes");
    await expect(page.getByRole("heading", { name: "Classes that repeat" })).toBeVisible();
    await dashboard.expectAccessible();

    await page.getByRole("button", { name: "Add single date" }).click();
    const form = dashboard.drawer.first();
    // So early that none of the demo's visits, nor another journey's, is near.
    const date = nextWeekday(3, 9);
    await dashboard.chooseDate(date);
    await form.getByLabel("Starts at").fill("04:15");
    await form.getByLabel("How many").fill("3");
    await dashboard.expectAccessible();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(dashboard.notice("Date added")).toBeVisible();

    const row = page.getByRole("row").filter({ hasText: /4:15 ?am/i });
    await expect(row).toContainText("0 of 3 booked");
    await row.getByRole("button").click();
    await form.getByRole("button", { name: "Book a seat" }).click();
    const booking = page.getByRole("dialog", { name: "New appointment" });
    await booking.getByLabel("Name").fill("Noa Winter");
    await booking.getByRole("button", { name: /^Book for / }).click();
    await expect(booking).toHaveCount(0);
    await expect(form.getByRole("button", { name: /^Noa Winter/ })).toBeVisible();
    await expect(form.getByText("1 of 3 booked")).toBeVisible();

    // In the calendar it is one block, however many are booked.
    await dashboard.openDay(date);
    const block = dashboard.calendar.getByRole("button", { name: /, class, 1 of 3 booked, .* 4:15/ });
    await expect(block).toBeVisible();
    await expect(dashboard.block("Noa Winter")).toHaveCount(0);
    await block.click();
    await expect(form.getByRole("button", { name: /^Noa Winter/ })).toBeVisible();
    await form.getByLabel("Starts at").fill("04:45");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(dashboard.notice("Date saved, 1 booking moves along")).toBeVisible();

    await dashboard.open("/classes");
    await page
      .getByRole("row")
      .filter({ hasText: /4:45 ?am/i })
      .getByRole("button")
      .click();
    await form.getByRole("button", { name: "Cancel this date" }).click();
    await form.getByLabel("Reason").fill("The teacher is ill");
    await form.getByRole("button", { name: "Cancel it" }).click();
    await expect(dashboard.notice("Date cancelled, with 1 booking")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: /4:45 ?am/i })).toHaveCount(0);
  });

  test("begin, change their weekday, and end", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    await dashboard.signIn();
    await dashboard.open("/classes");
    await page.getByRole("button", { name: "Add class" }).click();
    const form = dashboard.drawer.first();
    await form.getByLabel("Weekday").selectOption("Sunday");
    await form.getByLabel("Starts at").fill("04:20");
    await form.getByLabel("How often").selectOption("Every 2 weeks");
    await dashboard.expectAccessible();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(dashboard.notice(/^Class saved: \d+ dates added/)).toBeVisible();

    const row = page.getByRole("row").filter({ hasText: /4:20 ?am, every 2 weeks/i });
    await row.getByRole("button").click();
    await form.getByLabel("How often").selectOption("Every week");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(dashboard.notice(/^Class saved: \d+ dates added/).last()).toBeVisible();
    await form.getByRole("button", { name: "End this class" }).click();
    await form.getByRole("button", { name: "End it" }).click();
    await expect(dashboard.notice(/^Class ended: \d+ dates removed/)).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: /4:20/ })).toHaveCount(0);
  });
});
