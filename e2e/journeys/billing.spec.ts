import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { appAddress, siteAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";
import { aNewBusiness } from "../pages/new-business.ts";
import { manageLinkIn, messageTo } from "../pages/outbox.ts";

/** Settings → Plan, and the pages of the test provider that it leads to. */
class PlanPage {
  readonly page: Page;
  readonly dashboard: Dashboard;

  constructor(page: Page) {
    this.page = page;
    this.dashboard = new Dashboard(page, "");
  }

  async open(): Promise<void> {
    await this.dashboard.open("/settings?section=plan");
    await expect(this.page.getByRole("heading", { name: "Your plan" })).toBeVisible();
  }

  /** Presses a button of the test provider, and comes back. */
  async letHappen(action: string): Promise<void> {
    await this.open();
    await this.page.getByRole("button", { name: /^(Manage payment|Pay now)$/ }).click();
    await this.page.getByRole("button", { name: action, exact: true }).click();
    await expect(this.page.getByRole("status")).toContainText("Done");
    await this.page.getByRole("link", { name: "Back to Slotkeeper" }).click();
    await this.page.waitForURL(/\/dashboard\/settings/);
  }

  /** Events take a moment: the page is opened until it says so. */
  async expectStanding(words: RegExp): Promise<void> {
    await expect(async () => {
      await this.open();
      await expect(this.page.getByText(words).first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
  }
}

/** Books over the public API, as a customer's program would; the link of the e-mail that comes. */
async function bookVisit(page: Page, slug: string, email: string): Promise<string> {
  const api = appAddress(`/api/booking/v1/${slug}`);
  const services = await (await page.request.get(`${api}/services`)).json();
  const service = services.categories
    ? services.categories[0].services[0]
    : (services.services ?? services.data)[0];
  const date = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const free = await page.request.get(`${api}/availability?service_id=${service.id}&date=${date}&days=7`);
  const [slot] = (await free.json()).slots;
  const booked = await page.request.post(`${api}/appointments`, {
    data: { service_id: service.id, start_time: slot.start_time, customer: { name: "Mia Wong", email } },
  });
  expect(booked.ok(), await booked.text()).toBe(true);
  return manageLinkIn(await messageTo(page.request, email, /./));
}

test("a business pays after its trial, fails, is suspended, and is restored with nothing lost", async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const business = await aNewBusiness(page, page.request);
  const plan = new PlanPage(page);
  const guest = await (await browser.newContext()).newPage();
  await plan.open();
  await expect(page.getByText("Your trial ends")).toBeVisible();
  await plan.dashboard.expectAccessible();

  await page.getByRole("button", { name: "Keep Professional" }).click();
  await expect(page.getByText("Test mode: no money moves")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(page.getByText(/Then it costs (US)?\$29 a month/)).toBeVisible({ timeout: 15_000 });
  await plan.letHappen("Renew now");
  await plan.expectStanding(/Paid until .* and renewed then/);
  const visitor = `mia-${business.slug}@customer.example`;
  const manageLink = await bookVisit(page, business.slug, visitor);

  await plan.letHappen("Let the payment fail");
  await plan.expectStanding(/The last payment did not work/);
  await messageTo(page.request, business.email, /did not work/);
  await page.goto(appAddress("/dashboard"));
  await expect(page.getByText(/A payment did not work\. Customers can book until/)).toBeVisible();

  await plan.letHappen("Give up collecting");
  await plan.expectStanding(/Customers cannot book, since the payment did not come/);
  await plan.dashboard.expectAccessible();
  await guest.goto(siteAddress(business.slug));
  await expect(guest.getByText("No online bookings at the moment")).toBeVisible();
  await guest.goto(manageLink);
  await expect(guest.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(guest.getByRole("link", { name: /Cancel/ }).first()).toBeVisible();

  await plan.letHappen("Pay the open invoice");
  await plan.expectStanding(/Paid until/);
  await guest.goto(siteAddress(business.slug));
  await expect(guest.getByText("No online bookings at the moment")).toHaveCount(0);
  await messageTo(page.request, business.email, /can book again/);
});

test("the limits of a plan are said with the way to a larger one, and a smaller one says what exceeds it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await aNewBusiness(page, page.request);
  const plan = new PlanPage(page);
  await plan.open();
  await page.getByRole("button", { name: "Choose Starter" }).click();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(page.getByText("Starter").first()).toBeVisible();
  await plan.expectStanding(/Then it costs (US)?\$12 a month/);

  const { drawer } = plan.dashboard;
  const add = async (name: string) => {
    await plan.dashboard.open("/staff");
    await page.getByRole("button", { name: "Add staff member" }).click();
    await drawer.getByLabel("Name").fill(name);
    await drawer.getByRole("button", { name: "Save" }).click();
  };
  await add("Ana");
  await expect(drawer).toHaveCount(0);
  await add("Ben");
  await expect(
    page.getByText("The plan Starter allows 2 staff members. Professional allows more."),
  ).toBeVisible();
  // What was typed stays in the form: the plan opens beside it.
  const beside = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Open your plan" }).click();
  const larger = await beside;
  await expect(larger.getByText("2 of 2")).toBeVisible();
  await smallerAndLarger(larger);
});

async function smallerAndLarger(page: Page): Promise<void> {
  const dashboard = new Dashboard(page, "");
  await page.getByRole("button", { name: "Change to Free" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("2 staff members, and Free allows 1")).toBeVisible();
  await dashboard.expectAccessible();
  await dialog.getByRole("button", { name: "End my plan then" }).click();
  await expect(page.getByText(/^It ends /)).toBeVisible();
  await page.getByRole("button", { name: "Keep Starter" }).click();
  await expect(page.getByText(/The trial ends/)).toBeVisible();
  await page.getByRole("button", { name: "Upgrade to Enterprise" }).click();
  await dialog.getByRole("button", { name: "Change to Enterprise" }).click();
  await expect(page.getByText(/\$99 a month/).first()).toBeVisible();
}
