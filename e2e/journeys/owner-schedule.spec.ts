import { expect, type Locator, type Page, test } from "@playwright/test";
import { siteAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";

const slug = "still-water-yoga";

/** A service of nobody else's test, offered by everybody, that can be booked a year ahead. */
async function addService(dashboard: Dashboard, name: string): Promise<void> {
  await dashboard.open("/services");
  await dashboard.page.getByRole("button", { name: "Add service" }).click();
  await dashboard.drawer.getByLabel("Name").fill(name);
  await dashboard.drawer.getByLabel("Price", { exact: true }).fill("25");
  await dashboard.drawer.getByLabel("Book at most … days ahead").fill("365");
  await dashboard.drawer.getByRole("button", { name: "Save" }).click();
  await expect(dashboard.drawer).toHaveCount(0);
}

async function archiveService(dashboard: Dashboard, name: string): Promise<void> {
  await dashboard.open("/services");
  await dashboard.page.getByRole("button", { name }).click();
  await dashboard.drawer.getByRole("button", { name: "Archive service" }).click();
  await dashboard.page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(dashboard.page.getByRole("button", { name })).toHaveCount(0);
}

function unique(name: string): string {
  return `${name} ${Math.random().toString(36).slice(2, 7)}`;
}

/** A day of the month's grid as a customer there sees it: a link when it has times. */
async function dayOf(guest: Page, service: string, date: string): Promise<Locator> {
  const query = new URLSearchParams({
    service: service.toLowerCase().replaceAll(" ", "-"),
    month: date.slice(0, 7),
    tz: "Australia/Sydney",
  });
  await guest.goto(siteAddress(slug, `/book?${query}`));
  const grid = guest.getByRole("grid");
  await expect(grid).toBeVisible();
  return grid.locator(`a[data-date="${date}"]`);
}

/** "YYYY-MM-DD" so many days after a date. */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

test("hours of every second week show on the booking page, and nothing in the weeks between", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const dashboard = new Dashboard(page, slug);
  const guest = await page.context().newPage();
  const name = unique("Breath circle");
  await dashboard.signIn();
  await addService(dashboard, name);

  await page.getByRole("button", { name }).click();
  await dashboard.drawer.getByRole("tab", { name: "Hours" }).click();
  await dashboard.drawer.getByRole("button", { name: "Add weeks that differ" }).click();
  await page.getByRole("menuitem", { name: "Every second week …" }).click();
  const form = dashboard.drawer.getByRole("group", { name: "Weeks that take turns" });
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) {
    await form.getByRole("switch", { name: day }).press("Space");
  }
  await form.getByText("Week B", { exact: true }).click();
  await expect(form.getByRole("switch", { name: "Monday" })).not.toBeChecked();
  await dashboard.expectAccessible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  await expect(dashboard.drawer.getByText(/^Week A \(this week\): Mon–Fri /)).toBeVisible();
  await expect(dashboard.drawer.getByText(/^Week B .*: closed$/)).toBeVisible();
  await dashboard.expectAccessible();

  // Week A began this Monday; two weeks on it is on again, and the week after it is off.
  const today = new Date().toISOString().slice(0, 10);
  const monday = daysAfter(today, 1 - (new Date(today).getUTCDay() || 7));
  await expect(await dayOf(guest, name, daysAfter(monday, 15))).toBeVisible();
  await expect(await dayOf(guest, name, daysAfter(monday, 22))).toHaveCount(0);
  await expect(await dayOf(guest, name, daysAfter(monday, 29))).toBeVisible();

  await archiveService(dashboard, name);
});

test("public holidays close the booking page, but for those that are worked", async ({ page }) => {
  test.setTimeout(120_000);
  const dashboard = new Dashboard(page, slug);
  const guest = await page.context().newPage();
  const name = unique("Holiday class");
  await dashboard.signIn();
  await addService(dashboard, name);

  await dashboard.open("/locations");
  await page.getByRole("table").getByRole("button").first().click();
  await dashboard.drawer.getByRole("tab", { name: "Closures and dates" }).click();
  await dashboard.drawer.getByRole("button", { name: "Close on public holidays" }).click();
  await expect(dashboard.drawer.getByText(/^Closed on \d+ public holidays in \d{4}\.$/)).toBeVisible();
  await dashboard.expectAccessible();

  // Anzac Day: this year's or the next one's, whichever is in the year ahead. Around Christmas the studio has hours of
  // its own, which come before holidays.
  const now = new Date();
  const isOver = now.getUTCMonth() > 3 || (now.getUTCMonth() === 3 && now.getUTCDate() > 20);
  const year = now.getUTCFullYear() + (isOver ? 1 : 0);
  const anzacDay = `${year}-04-25`;
  await expect(await dayOf(guest, name, daysAfter(anzacDay, -4))).toBeVisible();
  await expect(await dayOf(guest, name, anzacDay)).toHaveCount(0);

  const region = dashboard.drawer.getByRole("region", { name: `${year}` });
  const worked = region.getByRole("switch", { name: /^Open on Anzac Day/ });
  await worked.press("Space");
  await expect(worked).toBeChecked();
  await expect(await dayOf(guest, name, anzacDay)).toBeVisible();

  await dashboard.drawer.getByRole("button", { name: "Stop closing on public holidays" }).click();
  await expect(dashboard.drawer.getByRole("button", { name: "Close on public holidays" })).toBeVisible();
  await archiveService(dashboard, name);
});
