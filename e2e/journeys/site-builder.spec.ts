import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, appAddress, siteAddress } from "../pages/booking-site.ts";
import { BuilderSite } from "../pages/builder-site.ts";
import { tabTo } from "../pages/keyboard.ts";
import { manageLinkIn, messageTo } from "../pages/outbox.ts";

test.describe("a customer with a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("books on a site's /book, and its owner finds the booking by one button", async ({
    page,
    request,
    browser,
  }) => {
    const site = new BuilderSite(page, "ana-yoga");
    const guest = aPerson("Rita Lopes");
    await site.openHome();
    await page.getByRole("link", { name: "Book a time" }).tap();
    await site.expectOnSite(/^\/book$/);
    await expect(site.heading).toHaveText("Ana Yoga");
    await expectAccessible(page);
    await page.getByRole("link", { name: /^Private lesson/ }).tap();
    await site.chooseDay(1);
    await site.chooseTime();
    await site.fillDetails(guest);
    await site.submitDetails();
    const code = await site.bookingCode();
    await site.expectOnSite(/^\/book\/booked\//);

    const letter = await messageTo(request, guest.email, /booked|confirmed|Private lesson/i);
    expect(letter.text).toContain(code);
    const link = manageLinkIn(letter);
    expect(link.startsWith(`${site.origin}/book/manage/`)).toBe(true);
    await page.goto(link);
    await expect(page.getByText(code)).toBeVisible();

    const dashboard = await site.manageBookings(browser);
    await expect(dashboard.page.getByText("Ana Yoga").filter({ visible: true }).first()).toBeVisible();
    await dashboard.open("/appointments");
    await expect(dashboard.page.getByText(guest.name).filter({ visible: true }).first()).toBeVisible();

    await dashboard.open("/settings?section=plan");
    await expect(dashboard.page.getByText("Your website builder bills you for this plan.")).toBeVisible();
    const payment = dashboard.page.getByRole("main").getByText(/stripe|checkout|card|upgrade/i);
    await expect(payment).toHaveCount(0);
    await dashboard.page.context().close();
  });
});

test("a customer books on a site's /book with the keyboard alone", async ({ page }) => {
  const site = new BuilderSite(page, "bruno-barber");
  const guest = aPerson("Kim Park");
  await site.openHome();
  await tabTo(page, /^Cut/);
  await page.keyboard.press("Enter");
  await expect(site.heading).toHaveText("When would you like to come?");
  await site.expectOnSite(/^\/book\/book$/);
  await tabTo(page, /(AM|PM), /);
  await page.keyboard.press("Enter");
  await expect(site.heading).toHaveText("Your details");
  await tabTo(page, /^Name/);
  await page.keyboard.type(guest.name);
  await tabTo(page, /^E-mail/);
  await page.keyboard.type(guest.email);
  await page.keyboard.press("Enter");
  await site.bookingCode();
  await site.expectOnSite(/^\/book\/booked\//);
});

test("a business on a domain of its own goes hybrid and back, and last year's links still work", async ({
  page,
  request,
}) => {
  const site = new BuilderSite(page, "carla-pilates", "www.carla-pilates.localhost");
  const guest = aPerson("Noor Haddad");
  await site.openHome();
  await page.getByRole("link", { name: "Reformer session" }).click();
  await site.chooseDay(2);
  await site.chooseTime();
  await site.fillDetails(guest);
  await site.submitDetails();
  const code = await site.bookingCode();
  const onSite = manageLinkIn(await messageTo(request, guest.email, /booked|confirmed|Reformer/i));
  expect(onSite.startsWith(`${site.origin}/book/manage/`)).toBe(true);
  const token = onSite.split("/").at(-1) ?? "";
  const addresses = [
    onSite,
    siteAddress("carla-pilates", `/manage/${token}`),
    appAddress(`/carla-pilates/manage/${token}`),
  ];

  const hybrid = await site.tellPlatform(request, { mode: "hybrid" });
  expect(hybrid.booking_url).toBe(siteAddress("carla-pilates", ""));
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByText(code), address).toBeVisible();
  }
  await page.goto(siteAddress("carla-pilates"));
  expect(page.url()).toBe(siteAddress("carla-pilates"));
  await page.goto(`${site.origin}/book`);
  await site.expectOnSite(/^\/book$/);

  const integrated = await site.tellPlatform(request, { mode: "integrated" });
  expect(integrated.booking_url).toBe(`${site.origin}/book`);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByText(code), address).toBeVisible();
    await site.expectOnSite(/^\/book\/manage\//);
  }
});

test("an owner is let in once, and only into their own business", async ({ page, request, browser }) => {
  const site = new BuilderSite(page, "bruno-barber");
  const dashboard = await site.manageBookings(browser);
  await expect(dashboard.page.getByText("Bruno Barber").filter({ visible: true }).first()).toBeVisible();
  await dashboard.expectAccessible();
  await dashboard.page.context().close();

  const address = await site.signInAddress(request);
  await page.goto(address);
  await page.waitForURL(appAddress("/dashboard"));
  await page.context().clearCookies();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link was used already");
  await expectAccessible(page);
});
