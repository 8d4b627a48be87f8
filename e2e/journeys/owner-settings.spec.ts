import { expect, test } from "@playwright/test";
import { siteAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";

test("weekly hours take effect on the booking page at the next request", async ({ page }) => {
  const slug = "still-water-yoga";
  const dashboard = new Dashboard(page, slug);
  const guest = await page.context().newPage();
  const opening = guest.getByText(/closed/i);
  await dashboard.signIn();
  await guest.goto(siteAddress(slug));
  const before = await opening.count();

  await dashboard.open("/locations");
  await page.getByRole("table").getByRole("button").first().click();
  await dashboard.drawer.getByRole("tab", { name: "Opening hours" }).click();
  const sunday = dashboard.drawer.getByRole("switch", { name: "Sunday" });
  const wasOpen = await sunday.isChecked();
  await toggle(wasOpen);
  await guest.reload();
  expect(await opening.count()).not.toBe(before);
  await toggle(!wasOpen);
  await guest.reload();
  expect(await opening.count()).toBe(before);

  async function toggle(open: boolean): Promise<void> {
    await expect(sunday).toBeChecked({ checked: open });
    await sunday.press("Space");
    await dashboard.drawer.getByRole("button", { name: "Save hours" }).click();
    await expect(dashboard.drawer.getByText("All changes saved").filter({ visible: true })).toBeVisible();
  }
});

test("a new service is on the booking page at the next request, and gone when it is archived", async ({
  page,
}) => {
  const slug = "still-water-yoga";
  const dashboard = new Dashboard(page, slug);
  const guest = await page.context().newPage();
  const name = `Chair yoga ${Math.random().toString(36).slice(2, 7)}`;
  await dashboard.signIn();
  await dashboard.open("/services");
  await page.getByRole("button", { name: "Add service" }).click();
  await dashboard.drawer.getByLabel("Name").fill(name);
  await dashboard.drawer.getByLabel("Price", { exact: true }).fill("25");
  await dashboard.expectAccessible();
  await dashboard.drawer.getByRole("button", { name: "Save" }).click();
  await expect(dashboard.drawer).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add service" })).toBeFocused();
  await guest.goto(siteAddress(slug));
  await expect(guest.getByText(name)).toBeVisible();

  await page.getByRole("button", { name }).click();
  await dashboard.drawer.getByRole("button", { name: "Archive service" }).click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByRole("button", { name })).toHaveCount(0);
  await guest.reload();
  await expect(guest.getByText(name)).toHaveCount(0);
});

test("what is wrong with a form is said at its field, and leaving with changes asks", async ({ page }) => {
  const dashboard = new Dashboard(page, "physio-am-park");
  await dashboard.signIn();
  await dashboard.open("/customers");
  await page.getByRole("button", { name: "Add customer" }).click();
  await dashboard.drawer.getByLabel("E-mail").fill("someone@");
  await dashboard.drawer.getByRole("button", { name: "Save" }).click();
  await expect(dashboard.drawer.getByLabel("Name")).toHaveAccessibleDescription("Enter a name");
  await expect(dashboard.drawer.getByLabel("E-mail")).toHaveAccessibleDescription(/full e-mail address/);
  await page.keyboard.press("Escape");
  await dashboard.expectAccessible();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(dashboard.drawer).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add customer" })).toBeFocused();
});

test("staff see the business and cannot change it", async ({ page }) => {
  const dashboard = new Dashboard(page, "harlow-and-vine");
  await dashboard.signIn("staff");
  await dashboard.open("/services");
  await expect(page.getByRole("button", { name: "Add service" })).toHaveCount(0);
  await dashboard.open("/settings");
  await expect(page.getByRole("tab")).toHaveText(["Your account"]);
  await dashboard.expectAccessible();
});

const screens = [
  { name: "a desktop in light", width: 1280, height: 800, colorScheme: "light" },
  { name: "a phone in dark", width: 390, height: 844, colorScheme: "dark" },
] as const;
const addresses = [
  "",
  "?view=week",
  "?view=week&staff=all",
  "/appointments",
  "/customers",
  "/services",
  "/staff",
  "/locations",
  "/settings",
  "/settings?section=booking",
  "/settings?section=addresses",
  "/settings?section=account",
];

for (const { name, colorScheme, ...viewport } of screens) {
  test(`every page is accessible on ${name}, and nothing breaks the content policy`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    const dashboard = new Dashboard(page, "physio-am-park");
    await dashboard.signIn();
    for (const address of addresses) {
      await dashboard.open(address);
      await dashboard.expectAccessible();
    }
    expect(refused).toEqual([]);
    await context.close();
  });
}
