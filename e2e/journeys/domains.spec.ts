import { expect, test } from "@playwright/test";
import { Addresses } from "../pages/addresses.ts";
import { appAddress, siteAddress } from "../pages/booking-site.ts";
import { aNewBusiness } from "../pages/new-business.ts";

test("a domain of one's own is added, verified, opened, and gone when it is removed", async ({
  page,
  playwright,
}) => {
  test.setTimeout(90_000);
  const { slug, name } = await aNewBusiness(page, page.request);
  const host = `book.${slug}.example`;
  const addresses = new Addresses(page);
  await addresses.open();
  await page.getByLabel("Domain", { exact: true }).fill("127.0.0.1");
  await page.getByRole("button", { name: "Add domain" }).click();
  await expect(page.getByLabel("Domain", { exact: true })).toHaveAccessibleDescription(
    /address of a machine/,
  );
  await addresses.add(host);
  await addresses.dashboard.expectAccessible();

  const { port } = new URL(appAddress("/"));
  const elsewhere = `http://${host}:${port}/`;
  const { launchOptions } = test.info().project.use;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1`],
  });
  const guest = await browser.newPage();
  expect((await guest.goto(elsewhere))?.status()).toBe(404);

  await addresses.prove(host);
  await expect(page.getByText(elsewhere.slice(0, -1)).first()).toBeVisible();
  expect((await guest.goto(elsewhere))?.status()).toBe(200);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText(name);
  // Whoever comes by the subdomain is led there, to the same page.
  await guest.goto(siteAddress(slug, "/privacy?from=card"));
  await expect(guest).toHaveURL(`${elsewhere}privacy?from=card`);
  expect((await guest.request.get(appAddress(`/api/domains/ask?domain=${host}`))).status()).toBe(200);

  await addresses.domain(host).getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(addresses.domain(host)).toHaveCount(0);
  expect((await guest.goto(elsewhere))?.status()).toBe(404);
  expect((await guest.request.get(appAddress(`/api/domains/ask?domain=${host}`))).status()).toBe(404);
  expect((await guest.goto(siteAddress(slug)))?.status()).toBe(200);
  await browser.close();
});

test("another host than the one that was asked for is nobody's", async ({ request }) => {
  const ask = (headers: Record<string, string>, path = "/") =>
    request.get(appAddress(path), { headers, maxRedirects: 0 });
  expect((await ask({ Host: "evil.example" })).status()).toBe(404);
  expect((await ask({ Host: "evil.example" }, "/harlow-and-vine")).status()).toBe(404);
  expect((await ask({ Host: "evil.example" }, "/api/booking/v1/harlow-and-vine/services")).status()).toBe(
    404,
  );
  expect((await ask({ Host: "evil.example" }, "/dashboard")).status()).toBe(404);
  expect((await ask({ "X-Forwarded-Host": "evil.example" }, "/sign-in")).status()).toBe(404);
  expect((await ask({ "X-Forwarded-Host": "a.example, b.example" }, "/sign-in")).status()).toBe(404);
});
