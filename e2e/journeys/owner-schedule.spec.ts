import { expect, type Locator, type Page, test } from "@playwright/test";
import { BookingSite } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";

const slug = "still-water-yoga";

/** A service of nobody else's test, offered by everybody, that can be booked a year ahead. */
async function addService(dashboard: Dashboard, name: string): Promise<void> {
  await dashboard.open("/services");
  await dashboard.page.getByRole("button", { name: "Add service" }).click();
  await dashboard.drawer.getByLabel("Name").fill(name);
  await dashboard.drawer.getByLabel("Price", { exact: true }).fill("25");
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

/** Whether a customer can choose the day in the month's grid. */
async function openDay(guest: Page, service: string, date: string): Promise<Locator> {
  const site = new BookingSite(guest, slug);
  await guest.goto(guest.url());
  const serviceSlug = service.toLowerCase().replaceAll(" ", "-");
  await site.openTimesOn(serviceSlug, date);
  return site.grid.locator(`a[data-date="${date}"]`);
}

/** "YYYY-MM-DD" so many days after a date. */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

test("hours of every second week show on the booking page, and nothing in the weeks between", async ({
  page,
}) => {
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
  await dashboard.expectAccessible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  const week = dashboard.drawer.getByText(/^Week A \(next /);
  await expect(week).toBeVisible();
  await expect(dashboard.drawer.getByText(/^Week B .*: closed$/)).toBeVisible();
  await dashboard.expectAccessible();

  // Week A began this Monday; two weeks on it is on again, and the week after it is off.
  const today = new Date().toISOString().slice(0, 10);
  const monday = daysAfter(today, 1 - (new Date(today).getUTCDay() || 7));
  await expect(await openDay(guest, name, daysAfter(monday, 15))).toBeVisible();
  await expect(await openDay(guest, name, daysAfter(monday, 22))).toHaveCount(0);
  await expect(await openDay(guest, name, daysAfter(monday, 29))).toBeVisible();

  await archiveService(dashboard, name);
});
