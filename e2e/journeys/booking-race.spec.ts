import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, BookingSite, monthAhead } from "../pages/booking-site.ts";

test("two browsers press the same time: one gets the form, the other the nearest times", async ({
  browser,
}) => {
  const sites = await Promise.all(
    [0, 1].map(async () => new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga")),
  );
  const [first, second] = sites as [BookingSite, BookingSite];
  await second.page.goto(await openDayOf(first, 1));
  await pressTogether(sites, (site) => site.times.nth(1).click());
  const outcome = async (site: BookingSite) => {
    if (await site.alert.isVisible()) return "lost";
    return site.page.url().includes("/book/details") ? "won" : "waiting";
  };
  const outcomes = () => Promise.all(sites.map(outcome));
  await expect.poll(async () => (await outcomes()).sort()).toEqual(["lost", "won"]);
  const [winner, loser] = (await outcome(first)) === "won" ? [first, second] : [second, first];

  await expect(loser.alert).toContainText("Someone just took");
  await expect(loser.alert).toBeFocused();
  await expectAccessible(loser.page);
  await loser.alert.getByRole("button").first().click();
  for (const site of [loser, winner]) {
    await expect(site.heading).toHaveText("Your details");
    await site.fillDetails(aPerson("Mia Chen"));
    await site.submitDetails();
    await site.bookingCode();
  }
});

test("who comes too late with a filled form keeps every word and books the next time with one press", async ({
  browser,
}) => {
  const own = await browser.newContext();
  const late = new BookingSite(await own.newPage(), "still-water-yoga");
  const tab = new BookingSite(await own.newPage(), "still-water-yoga");
  const quick = new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga");
  const guest = aPerson("Lena Hall");
  const sameDay = await openDayOf(late, 2);
  const wanted = await late.chooseTime();
  await late.fillDetails({ ...guest, notes: "Knee injury" });
  // One customer keeps one time: choosing another in a second tab lets go of the first.
  await tab.openTimes("breathwork");
  await tab.chooseTime();

  await quick.page.goto(sameDay);
  await quick.times.filter({ hasText: wanted }).first().click();
  await expect(quick.heading).toHaveText("Your details");
  await quick.fillDetails(aPerson("Quin Adams"));
  await quick.submitDetails();
  const quickCode = await quick.bookingCode();

  await late.submitDetails();
  await expect(late.alert).toContainText("Someone just took");
  await expect(late.page.getByLabel("Name")).toHaveValue(guest.name);
  await expect(late.page.getByLabel("E-mail")).toHaveValue(guest.email);
  await expect(late.page.getByLabel("Anything we should know?")).toHaveValue("Knee injury");
  await expectAccessible(late.page);
  await late.alert
    .getByRole("button", { name: /^Book / })
    .first()
    .click();
  expect(await late.bookingCode()).not.toBe(quickCode);
});

test("two people look at one day: what one books goes on the other's page at once, without a reload", async ({
  browser,
}) => {
  const watching = new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga");
  const other = new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga");
  const streaming = watching.page.waitForResponse((response) => response.url().includes("/book/live?"));
  await other.page.goto(await openDayOf(watching, 3));
  await streaming;
  await watching.page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  const wanted = watching.times.nth(2);
  const name = (await wanted.getAttribute("aria-label")) ?? "";
  const last = (await watching.times.last().getAttribute("aria-label")) ?? "";
  await watching.page.getByRole("button", { name: last }).focus();

  await other.chooseTime(2);
  // It keeps its place for a moment, so that no other time slips under a finger.
  await expect(watching.page.getByRole("button", { name: `${name}, just taken` })).toBeVisible();
  await expect(watching.page.getByRole("button", { name })).toHaveCount(0);
  await expect(watching.page.locator("#announcer")).toContainText("The times have changed");
  await expect(watching.page.getByRole("button", { name: last })).toBeFocused();
  await expect(watching.page.locator("body[data-same-page]")).toBeVisible();
  await expectAccessible(watching.page);

  await other.fillDetails(aPerson("Olga Brandt"));
  await other.submitDetails();
  await other.bookingCode();
});

/**
 * Opens a day of one teacher alone, so that a taken time has no second teacher behind it; returns its address. Each
 * test has a teacher of its own.
 */
async function openDayOf(site: BookingSite, teacher: 1 | 2 | 3): Promise<string> {
  await site.openTimes("private-yoga", { monthsAhead: 1, zone: "Australia/Sydney" });
  const choice = site.page.getByRole("navigation", { name: "With" }).getByRole("link").nth(teacher);
  const address = new URL((await choice.getAttribute("href")) ?? "", site.page.url());
  address.searchParams.set("month", monthAhead(1));
  await site.page.goto(address.href);
  await site.chooseDay(1);
  return site.page.url();
}

/**
 * Lets what is pressed go to the server only once it was pressed on every page: an open page shows at once that a time is
 * gone, and could not be pressed any more.
 */
async function pressTogether(
  sites: readonly BookingSite[],
  press: (site: BookingSite) => Promise<void>,
): Promise<void> {
  const { promise: allPressed, resolve } = Promise.withResolvers<void>();
  let pressed = 0;
  for (const { page } of sites) {
    await page.route("**/book/hold", async (route) => {
      pressed += 1;
      if (pressed === sites.length) resolve();
      await allPressed;
      await route.continue();
    });
  }
  await Promise.all(sites.map(press));
}
