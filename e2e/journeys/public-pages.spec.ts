import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { appAddress, siteAddress } from "../pages/booking-site.ts";

const widths = [390, 1280];

test.describe("the installation's public pages", () => {
  for (const width of widths) {
    test(`lead from the home to prices, comparison and documents at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(appAddress("/"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your calendar, open for bookings");
      await expect(page.getByRole("link", { name: "Start free" }).first()).toHaveAttribute(
        "href",
        "/sign-up",
      );
      await expectAccessible(page);
      const pages = page.getByRole("navigation", { name: "Pages" });
      await pages.getByRole("link", { name: "Prices" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Prices");
      await expect(page.getByRole("listitem").filter({ hasText: "$12 a month" })).toBeVisible();
      await expectAccessible(page);
      await pages.getByRole("link", { name: "Compare" }).click();
      await expect(page.getByText("Commission", { exact: true })).toBeVisible();
      await expectAccessible(page);
      await pages.getByRole("link", { name: "Docs" }).click();
      await page.getByRole("link", { name: /^Availability/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Availability");
      await expectAccessible(page);
    });
  }

  test("are listed for search engines, and the team's are closed to them", async ({ request }) => {
    const sitemap = await (await request.get(appAddress("/sitemap.xml"))).text();
    expect(sitemap).toContain(`<loc>${appAddress("/pricing")}</loc>`);
    const robots = await (await request.get(appAddress("/robots.txt"))).text();
    expect(robots).toContain("Disallow: /dashboard");
    expect((await request.get(appAddress("/docs/nothing"))).status()).toBe(404);
  });
});

test.describe("a business's public pages", () => {
  const slug = "physio-am-park";

  test("say what is kept about customers and by which terms, by link from every page", async ({ page }) => {
    await page.goto(siteAddress(slug));
    await page.getByRole("contentinfo").getByRole("link", { name: "Privacy" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Privacy");
    await expect(page.getByText("Physio am Park receives what you enter here.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("contentinfo").getByRole("link", { name: "Terms" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Terms");
    await expectAccessible(page);
  });

  test("are listed for search engines, and have a picture for who shares them", async ({ request }) => {
    const sitemap = await (await request.get(appAddress(`/${slug}/sitemap.xml`))).text();
    // Search engines are told the canonical address, whatever address they ask by.
    expect(sitemap).toContain(`<loc>${siteAddress(slug)}</loc>`);
    expect(sitemap).toMatch(/\/book\?service=/);
    const robots = await (await request.get(appAddress(`/${slug}/robots.txt`))).text();
    expect(robots).toContain(`Sitemap: ${siteAddress(slug, "/sitemap.xml")}`);
    const picture = await request.get(appAddress(`/${slug}/share.png`));
    expect(picture.headers()["content-type"]).toBe("image/png");
    expect((await picture.body()).length).toBeGreaterThan(5_000);
  });
});
