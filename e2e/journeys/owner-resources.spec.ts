import { expect, type Page, test } from "@playwright/test";
import { aPerson, BookingSite, siteAddress } from "../pages/booking-site.ts";
import { Dashboard, nextWeekday } from "../pages/dashboard.ts";

const slug = "harlow-and-vine";
const daysAhead = 60;

test("a visit that needs a room is booked once at a time, however many people are free", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const unique = Math.random().toString(36).slice(2, 7);
  const [room, service] = [`Quiet room ${unique}`, `Sound bath ${unique}`];
  const owner = new Dashboard(await (await browser.newContext()).newPage(), slug);
  await owner.signIn();
  await addRoom(owner, room);
  await addService(owner, { name: service, room });

  const sites = await Promise.all(
    [0, 1].map(async () => new BookingSite(await (await browser.newContext()).newPage(), slug)),
  );
  const [first, second] = sites as [BookingSite, BookingSite];
  const address = serviceAddress(service);
  const { date, time } = await timeOfTwo(first.page, address);
  for (const site of sites) await site.page.goto(siteAddress(slug, `${address}&date=${date}`));
  await Promise.all(sites.map((site) => timeOf(site, time).click()));
  const outcome = async (site: BookingSite) => {
    if (await site.alert.isVisible()) return "lost";
    return site.page.url().includes("/book/details") ? "won" : "waiting";
  };
  const outcomes = () => Promise.all(sites.map(outcome));
  await expect.poll(async () => (await outcomes()).sort()).toEqual(["lost", "won"]);
  const [winner, loser] = (await outcome(first)) === "won" ? [first, second] : [second, first];
  await winner.fillDetails(aPerson("Ines Novak"));
  await winner.submitDetails();
  await winner.bookingCode();
  await loser.page.goto(siteAddress(slug, `${address}&date=${date}`));
  await expect(loser.times.first()).toBeVisible();
  await expect(timeOf(loser, time)).toHaveCount(0);

  await test.step("a second room of the kind lets the other one come at the same time", async () => {
    await changeNumber(owner, room, 2);
    await loser.page.reload();
    await timeOf(loser, time).click();
    await loser.fillDetails(aPerson("Omar Haddad"));
    await loser.submitDetails();
    await loser.bookingCode();
  });

  await test.step("what visits have cannot be taken away", async () => {
    await owner.drawer.getByLabel("How many alike").fill("1");
    await owner.drawer.getByRole("button", { name: "Save" }).click();
    await expect(owner.drawer.getByLabel("How many alike")).toHaveAccessibleDescription(
      /^Keep at least 2: they are booked on /,
    );
    await owner.drawer.getByRole("button", { name: "Archive resource" }).click();
    await owner.page.getByRole("button", { name: "Archive", exact: true }).click();
    await expect(owner.notice(`${room} is needed by ${service}`)).toBeVisible();
  });

  await owner.open("/services");
  await owner.page.getByRole("button", { name: service }).click();
  await owner.drawer.getByRole("button", { name: "Archive service" }).click();
  await owner.page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(owner.page.getByRole("button", { name: service })).toHaveCount(0);
});

async function addRoom(owner: Dashboard, name: string): Promise<void> {
  await owner.open("/resources");
  await owner.page.getByRole("button", { name: "Add resource" }).click();
  await owner.drawer.getByRole("button", { name: "Save" }).click();
  await expect(owner.drawer.getByLabel("Name")).toHaveAccessibleDescription("Enter a name");
  await owner.drawer.getByLabel("Name").fill(name);
  await owner.expectAccessible();
  await owner.drawer.getByRole("button", { name: "Save" }).click();
  await expect(owner.drawer).toHaveCount(0);
  await expect(owner.page.getByRole("row", { name: new RegExp(name) })).toContainText("No service yet");
}

async function addService(owner: Dashboard, { name, room }: { name: string; room: string }): Promise<void> {
  await owner.open("/services");
  await owner.page.getByRole("button", { name: "Add service" }).click();
  await owner.drawer.getByLabel("Name").fill(name);
  await owner.drawer.getByLabel("Duration").fill("30");
  await owner.drawer.getByRole("button", { name: "Add a room, chair or equipment" }).click();
  await owner.choose("One of", room);
  await owner.page.keyboard.press("Escape");
  await owner.expectAccessible();
  await owner.drawer.getByRole("button", { name: "Save" }).click();
  await expect(owner.drawer).toHaveCount(0);
}

async function changeNumber(owner: Dashboard, room: string, units: number): Promise<void> {
  await owner.open("/resources");
  await owner.page.getByRole("button", { name: room }).click();
  await owner.drawer.getByLabel("How many alike").fill(String(units));
  await owner.drawer.getByRole("button", { name: "Save" }).click();
  await expect(owner.notice("Resource saved")).toBeVisible();
}

function serviceAddress(name: string): string {
  return `/book?service=${name.toLowerCase().replaceAll(" ", "-")}`;
}

function timeOf(site: BookingSite, time: string) {
  return site.times.filter({ hasText: time }).first();
}

/** A date and time at which two people are free, as those who choose one of them see. */
async function timeOfTwo(page: Page, address: string): Promise<{ date: string; time: string }> {
  await page.goto(siteAddress(slug, address));
  const people = await staffIds(page);
  for (const days of [daysAhead, daysAhead + 7, daysAhead + 14]) {
    const date = nextWeekday(4, days);
    const seen = new Set<string>();
    for (const staff of people) {
      await page.goto(siteAddress(slug, `${address}&staff=${staff}&date=${date}`));
      await expect(page.getByRole("grid")).toBeVisible();
      for (const time of await new BookingSite(page, slug).times.allInnerTexts()) {
        if (seen.has(time)) return { date, time };
        seen.add(time);
      }
    }
  }
  throw new Error("Nobody works at the same time as somebody else");
}

async function staffIds(page: Page): Promise<string[]> {
  const addresses = await page
    .locator('a[href*="staff="]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const ids = addresses.map((address) => new URL(address, "http://x").searchParams.get("staff") ?? "");
  return [...new Set(ids.filter(Boolean))];
}
