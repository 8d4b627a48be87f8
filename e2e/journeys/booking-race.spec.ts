import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, BookingSite } from "../pages/booking-site.ts";

test("two browsers press the same time: one gets the form, the other the nearest times", async ({
  browser,
}) => {
  const sites = await Promise.all(
    [0, 1].map(async () => new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga")),
  );
  const [first, second] = sites as [BookingSite, BookingSite];
  for (const site of sites) {
    await site.page.emulateMedia({ reducedMotion: "reduce" });
    await openOwnDay(site, 2);
  }
  await Promise.all(sites.map((site) => site.times.nth(1).click()));
  await Promise.all(sites.map((site) => expect(site.heading.or(site.alert).first()).toBeVisible()));
  await expect
    .poll(async () => Promise.all(sites.map((site) => site.page.url().includes("/book/details"))))
    .toContain(true);
  await expect.poll(async () => first.alert.or(second.alert).count()).toBeGreaterThanOrEqual(0);
  const winner = first.page.url().includes("/book/details") ? first : second;
  const loser = winner === first ? second : first;

  await expect(loser.alert).toContainText("Someone just took");
  await expect(loser.alert).toBeFocused();
  await expectAccessible(loser.page);
  await loser.alert.getByRole("button").first().click();
  for (const site of sites) {
    await expect(site.heading).toHaveText("Your details");
    await site.fillDetails(aPerson("Mia Chen"));
    await site.submitDetails();
    await site.bookingCode();
  }
});

test("who comes too late with a filled form keeps every word and books the next time with one press", async ({
  browser,
}) => {
  const late = new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga");
  const quick = new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga");
  const guest = aPerson("Lena Hall");
  await openOwnDay(late, 4);
  const wanted = (await late.times.first().innerText()).split("\n")[0] ?? "";
  await late.chooseTime();
  await late.fillDetails({ ...guest, notes: "Knee injury" });
  // Choosing another time lets go of the first; going forward again finds the form, and somebody else the time.
  await late.page.goBack();
  await late.chooseTime(3);
  await late.page.goBack();
  await late.page.goBack();
  await late.page.goForward();
  await expect(late.heading).toHaveText("Your details");

  await openOwnDay(quick, 4);
  await quick.times.filter({ hasText: wanted }).first().click();
  await expect(quick.heading).toHaveText("Your details");
  await quick.fillDetails(aPerson("Quin Adams"));
  await quick.submitDetails();
  const quickCode = await quick.bookingCode();

  await late.page.getByLabel("Name").fill(guest.name);
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

test("an open page sees a time go when somebody else takes it", async ({ browser }) => {
  const watching = new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga");
  const other = new BookingSite(await (await browser.newContext()).newPage(), "still-water-yoga");
  await openOwnDay(watching, 6);
  await openOwnDay(other, 6);
  const before = await watching.times.count();
  await other.chooseTime(2);
  await expect.poll(() => watching.times.count(), { timeout: 20_000 }).toBeLessThan(before);
});

/** One teacher's day in a month of its own, so that a taken time has no second teacher behind it. */
async function openOwnDay(site: BookingSite, nth: number): Promise<void> {
  await site.openTimes("private-yoga", { monthsAhead: 1, zone: "Australia/Sydney" });
  const people = site.page.getByRole("navigation", { name: "With" }).getByRole("link");
  if ((await people.count()) > 0) {
    await people.nth(1).click();
    await expect(people.nth(1)).toHaveAttribute("aria-current", "true");
    await site.page.getByRole("link", { name: "Next month" }).click();
  }
  await site.chooseDay(nth);
}
