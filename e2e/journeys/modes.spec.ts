import { expect, type Page, test } from "@playwright/test";
import { Addresses } from "../pages/addresses.ts";
import { aPerson, appAddress, BookingSite, siteAddress } from "../pages/booking-site.ts";
import { aNewBusiness } from "../pages/new-business.ts";
import { manageLinkIn, messageTo } from "../pages/outbox.ts";
import { startSiteProxy } from "../pages/site-proxy.ts";

/** Where a link leads who arrives by it. */
async function leadsTo(page: Page, address: string): Promise<string | undefined> {
  // Only browsers know *.localhost: the product is asked by its own address, for that host.
  const { host, pathname, search } = new URL(address);
  const asked = { headers: { Host: host }, maxRedirects: 0 };
  const response = await page.request.get(appAddress(pathname + search), asked);
  expect(response.status(), address).toBe(307);
  return response.headers().location;
}

test("the mode is switched both ways, the slug is changed, and every old link works", async ({
  page,
  playwright,
}) => {
  test.setTimeout(120_000);
  const { slug } = await aNewBusiness(page, page.request);
  const host = `www.${slug}.example`;
  const proxy = await startSiteProxy();
  const { launchOptions } = test.info().project.use;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1:${proxy.port}`],
  });
  const guest = await browser.newPage({ locale: "en-US" });
  const { code: first, link: oldLink } = await bookAt(guest, siteAddress(slug), aPerson("Anna Berg"));

  // Somebody is in the middle of a booking while everything moves.
  const slow = aPerson("Cleo Slow");
  const waiting = await browser.newPage({ locale: "en-US" });
  await beginAt(waiting, siteAddress(slug), slow);

  const addresses = new Addresses(page);
  await addresses.open();
  await addresses.add(host, "Name of the site");
  await addresses.prove(host);
  await addresses.switchTo("Part of your site", new RegExp(`New links lead to https://${host}/book`));
  await addresses.dashboard.expectAccessible();

  expect((await finish(waiting, slow)).link).toContain(`https://${host}/book/manage/`);
  await expect(waiting).toHaveURL(new RegExp(`^${siteAddress(slug, "/booked/")}`));

  // Last month's e-mail, and the way by path, lead to the site.
  const path = new URL(oldLink).pathname;
  expect(await leadsTo(page, oldLink)).toBe(`https://${host}/book${path}`);
  expect(await leadsTo(page, appAddress(`/${slug}${path}`))).toBe(`https://${host}/book${path}`);

  // The site itself: everything of the pages is below /book, whatever else the site has.
  const trouble: string[] = [];
  guest.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  const { code: second, link: newLink } = await bookAt(guest, `http://${host}/book`, aPerson("Ben Carter"));
  expect(newLink).toContain(`https://${host}/book/manage/`);
  await guest.goto(`http://${host}/book${path}`);
  await expect(guest.getByText(first)).toBeVisible();
  expect(trouble).toEqual([]);
  expect(proxy.others).toEqual([]);
  for (const cookie of await guest.context().cookies(`http://${host}/book`)) {
    expect([cookie.domain, cookie.path]).toEqual([host, "/book"]);
  }
  for (const other of ["/", "/dashboard", `/${slug}`, "/bookings"]) {
    const asked = { headers: { "X-Forwarded-Host": host } };
    expect((await page.request.get(appAddress(other), asked)).status(), other).toBe(404);
  }

  // Back to an address of its own, under another name.
  await addresses.switchTo("A page of its own", /keeps working/);
  await addresses.changeSlug(`new-${slug}`);
  const moved = new URL(newLink).pathname.replace(/^\/book/, "");
  expect(await leadsTo(page, oldLink)).toBe(siteAddress(`new-${slug}`, path));
  await guest.goto(oldLink);
  await expect(guest.getByText(first)).toBeVisible();
  await guest.goto(`http://${host}/book${moved}`);
  await expect(guest).toHaveURL(siteAddress(`new-${slug}`, moved));
  await expect(guest.getByText(second)).toBeVisible();
  await guest.goto(appAddress(`/${slug}${path}`));
  await expect(guest.getByText(first)).toBeVisible();
  await browser.close();
  await proxy.close();
});

type Person = ReturnType<typeof aPerson>;

/** Books the first time that is offered; answers with its code and the link of the letter. */
async function bookAt(guest: Page, address: string, person: Person) {
  await beginAt(guest, address, person);
  return finish(guest, person);
}

/** Up to the last button: the time is held, the form is filled in. */
async function beginAt(guest: Page, address: string, person: Person): Promise<void> {
  const site = new BookingSite(guest, "");
  await guest.goto(address);
  await guest.getByRole("main").getByRole("link").filter({ hasText: /min/ }).first().click();
  await expect(site.grid).toBeVisible();
  await site.chooseDay(0);
  await site.chooseTime();
  await site.fillDetails(person);
}

async function finish(guest: Page, person: Person) {
  const site = new BookingSite(guest, "");
  await site.submitDetails();
  const code = await site.bookingCode();
  return { code, link: manageLinkIn(await messageTo(guest.request, person.email, /./)) };
}
