import { expect, test } from "@playwright/test";
import { aPerson } from "../pages/booking-site.ts";
import { Dashboard, nextWeekday } from "../pages/dashboard.ts";

const slug = "harlow-and-vine";

test.describe("the owner's calendar", () => {
  test.use({ viewport: { width: 1280, height: 1000 } });

  /** Each test takes a Wednesday of its own past the demo data, and another one in the next run. */
  const weeks = Math.floor(Math.random() * 100) * 5;
  const wednesday = (test: number) => nextWeekday(3, 140 + (weeks + test) * 7);

  test("moves an appointment by drag, takes it back, and refuses a double booking", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    const date = wednesday(0);
    const [moved, other] = [aPerson("Drag Moved").name, aPerson("Drag Other").name];
    await dashboard.signIn();
    await dashboard.book({
      customer: moved,
      service: "Signature cut",
      staff: "Mara Ellison",
      date,
      time: "10:00",
    });
    await dashboard.book({
      customer: other,
      service: "Signature cut",
      staff: "Mara Ellison",
      date,
      time: "14:00",
    });

    await dashboard.drag(moved, 90);
    await expect(dashboard.notice("Moved to")).toBeVisible();
    await expect(dashboard.block(moved)).toHaveAccessibleName(/11:30 AM to 12:30 PM/);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(dashboard.block(moved)).toHaveAccessibleName(/10:00 AM to 11:00 AM/);

    await dashboard.drag(moved, 240);
    await expect(dashboard.block(moved)).not.toHaveAccessibleName(/2:00 PM to 3:00 PM/);
    await expect(dashboard.block(other)).toHaveAccessibleName(/2:00 PM to 3:00 PM/);
    await page.reload();
    await expect(dashboard.block(other)).toHaveAccessibleName(/2:00 PM to 3:00 PM/);
  });

  test("moves an appointment by keyboard alone", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    const date = wednesday(1);
    const customer = aPerson("Keyboard Move").name;
    await dashboard.signIn();
    await dashboard.book({ customer, service: "Signature cut", staff: "Mara Ellison", date, time: "10:00" });

    await dashboard.block(customer).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByText(/11:15 AM, Mara Ellison\. Enter to move here/)).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(dashboard.block(customer)).toHaveAccessibleName(/10:00 AM to 11:00 AM/);
    await expect(dashboard.block(customer)).toBeFocused();

    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(dashboard.notice("Moved to")).toBeVisible();
    await expect(dashboard.block(customer)).toHaveAccessibleName(/11:00 AM to 12:00 PM, with Theo Okafor/);
    await expect(dashboard.block(customer)).toBeFocused();

    await page.keyboard.press("Enter");
    await expect(dashboard.drawer.getByRole("heading", { name: customer })).toBeVisible();
    await dashboard.expectAccessible();
    await dashboard.drawer.getByRole("button", { name: "Move", exact: true }).press("Enter");
    await dashboard.drawer.getByLabel("Time", { exact: true }).fill("16:30");
    await dashboard.expectAccessible();
    await dashboard.drawer.getByRole("button", { name: /^Move to / }).press("Enter");
    await expect(dashboard.drawer.getByText("4:30 PM – 5:30 PM")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dashboard.block(customer)).toHaveAccessibleName(/4:30 PM to 5:30 PM/);
  });

  test("books for a caller outside of the hours, and is told in words that a time is taken", async ({
    page,
  }) => {
    const dashboard = new Dashboard(page, slug);
    // Near enough for customers to book, so that free times can be offered; before dawn, so that nobody has it.
    const date = nextWeekday(1 + Math.floor(Math.random() * 7), 21 + Math.floor(Math.random() * 8) * 7);
    const hour = String(1 + Math.floor(Math.random() * 5)).padStart(2, "0");
    const [first, second] = [aPerson("Caller First").name, aPerson("Caller Second").name];
    await dashboard.signIn();
    const visit = { customer: first, service: "Signature cut", staff: "Mara Ellison", date };
    await dashboard.book({ ...visit, time: `${hour}:00` });

    await page.getByRole("button", { name: "New appointment" }).click();
    await dashboard.drawer.getByLabel("Name").fill(second);
    await dashboard.choose("Service", "Signature cut");
    await dashboard.choose("With", "Mara Ellison");
    await dashboard.chooseDate(date);
    await dashboard.drawer.getByLabel("Time", { exact: true }).fill(`${hour}:30`);
    await expect(dashboard.drawer.getByText("Customers are not offered this time")).toBeVisible();
    await dashboard.drawer.getByRole("button", { name: /^Book for / }).click();
    const taken = dashboard.drawer.getByRole("alert").filter({ hasText: "This time is taken" });
    await expect(taken).toBeVisible();
    await dashboard.expectAccessible();
    await taken.getByRole("button").first().click();
    await dashboard.drawer.getByRole("button", { name: /^Book for / }).click();
    await expect(dashboard.drawer).toHaveCount(0);
    await expect(dashboard.notice(/Booked/).first()).toBeVisible();
  });

  test("edits notes, and cancels with a reason", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    const date = wednesday(3);
    const customer = aPerson("Notes Cancel").name;
    await dashboard.signIn();
    await dashboard.book({ customer, service: "Blow-dry", staff: "Mara Ellison", date, time: "15:00" });
    await dashboard.block(customer).click();
    await dashboard.drawer.getByRole("button", { name: "Edit" }).click();
    await dashboard.drawer.getByLabel("Note for the team").fill("Allergic to lavender");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keep editing" }).click();
    await dashboard.drawer.getByRole("button", { name: "Save" }).click();
    await expect(dashboard.drawer.getByText("Allergic to lavender")).toBeVisible();

    await dashboard.drawer.getByRole("button", { name: "Cancel appointment" }).click();
    await dashboard.drawer.getByLabel("Reason").fill("Ill");
    await dashboard.expectAccessible();
    await dashboard.drawer.getByRole("button", { name: "Cancel the appointment" }).click();
    await expect(dashboard.drawer.getByText("Cancelled", { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dashboard.block(customer)).toHaveCount(0);
  });

  test("settles visits of the past: completed, no-show, and back", async ({ page }) => {
    const dashboard = new Dashboard(page, slug);
    const customer = aPerson("Past Visit").name;
    const date = nextWeekday(3, -140 - weeks * 7);
    await dashboard.signIn();
    await dashboard.book({ customer, service: "Fringe trim", staff: "Mara Ellison", date, time: "07:15" });
    await dashboard.block(customer).click();
    await dashboard.drawer.getByRole("button", { name: "No-show" }).click();
    await expect(dashboard.drawer.getByText("No-show", { exact: true }).first()).toBeVisible();
    await dashboard.drawer.getByRole("button", { name: "Back to confirmed" }).click();
    await dashboard.drawer.getByRole("button", { name: "Complete" }).click();
    await expect(dashboard.drawer.getByText("Completed", { exact: true })).toBeVisible();
  });
});
