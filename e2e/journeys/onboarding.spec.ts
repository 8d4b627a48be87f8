import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, appAddress, BookingSite, siteAddress } from "../pages/booking-site.ts";
import { aNewBusiness, comeFromElsewhere, unique } from "../pages/new-business.ts";
import { messageTo } from "../pages/outbox.ts";

/** Counts what a person would have to press. */
class Presses {
  count = 0;

  async press(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }
}

/** Without a space at which it could break; with the letters that follow, as long as a name may be. */
const longName = "Rückenschmerzbehandlungsnachsorgesprechstundenterminvereinbarungszentrum";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const next = (page: Page) => page.getByRole("button", { name: "Continue", exact: true });

test.describe("on a phone", () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  });

  test("somebody new signs up, sets up a salon in a few presses, and gets the first booking", async ({
    page,
    request,
  }) => {
    const started = performance.now();
    const presses = new Presses();
    const suffix = unique();
    const email = `founder-${suffix}@example.com`;

    await comeFromElsewhere(page);
    await page.goto(appAddress("/sign-up"));
    await page.getByLabel("E-mail").fill(email);
    await presses.press(page.getByRole("button", { name: "Continue with e-mail" }));
    const message = await messageTo(request, email, /./);
    await page.goto(message.links.find((link) => link.includes("/sign-up/link?token=")) ?? "");
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await presses.press(page.getByRole("button", { name: "Continue" }));

    await expect(heading(page)).toHaveText("What do you do?");
    await presses.press(page.getByRole("button", { name: /^Salon/ }));
    await page.getByLabel("Name of the business").fill(`Ada Hair ${suffix}`);
    const slug = `ada-hair-${suffix}`;
    await expect(page.getByText(siteAddress(slug, "").replace(/^https?:\/\//, ""))).toBeVisible();
    await expect(page.getByText("Germany · Euro · times in Berlin")).toBeVisible();
    await presses.press(page.getByRole("button", { name: "Create my booking page" }));
    await expect(heading(page)).toHaveText("When are you open?");
    await presses.press(next(page));
    await expect(heading(page)).toHaveText("What can people book?");
    await expect(page.getByLabel("Name").first()).toHaveValue("Haircut");
    await presses.press(next(page));
    await expect(heading(page)).toHaveText("Who works with you?");
    const opened = page.getByRole("link", { name: "Open my booking page" });
    await expect(opened).toHaveAttribute("href", siteAddress(slug, ""));

    const guest = await page.context().newPage();
    const site = new BookingSite(guest, slug);
    presses.count += 1;
    await site.openLanding();
    await presses.press(guest.getByRole("link", { name: /^Haircut/ }));
    await site.chooseDay(0);
    await site.chooseTime();
    await site.fillDetails(aPerson("Grace Hopper"));
    await site.submitDetails();
    presses.count += 3;
    await site.bookingCode();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `From sign-up to the first booking: ${presses.count} presses, ${seconds} s of a browser's time`,
    );
    expect(presses.count).toBeLessThanOrEqual(12);
    await guest.close();

    await page.goto(appAddress("/dashboard"));
    const banner = page.getByRole("region", { name: "Set-up" });
    await expect(banner).toContainText("4 of 9 steps done");
    await banner.getByRole("link", { name: "Continue" }).click();
    await expect(heading(page)).toHaveText("Who works with you?");
  });
});

test("the wizard goes to its end, each step accessible, and back with what was typed", async ({
  page,
  request,
}) => {
  const business = await aNewBusiness(page, request, longName);
  await page.goto(appAddress("/onboarding"));
  await expect(heading(page)).toHaveText("When are you open?");
  await page.getByRole("switch", { name: "Monday" }).press("Space");
  await expectAccessible(page);
  await next(page).click();

  await expect(heading(page)).toBeFocused();
  await page.getByLabel("Name").first().fill("Dry cut");
  await page.getByRole("button", { name: "Take out Colour" }).click();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("switch", { name: "Monday" })).toBeChecked();
  await next(page).click();
  await expect(page.getByLabel("Name").first()).toHaveValue("Dry cut");
  await page.getByRole("button", { name: "Add a service" }).click();
  await next(page).click();
  await expect(page.getByText("Enter a name")).toBeVisible();
  await page.getByLabel("Name").last().fill("Fringe");
  await expectAccessible(page);
  await next(page).click();

  await expect(heading(page)).toHaveText("Who works with you?");
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name of person 2").fill("Grace");
  await expectAccessible(page);
  await next(page).click();

  await expect(heading(page)).toHaveText("What should customers know?");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByLabel("Question", { exact: true }).fill("Is there parking?");
  await page.getByLabel("Answer").fill("Behind the house.");
  await page.getByRole("button", { name: "Add question" }).click();
  await expect(page.getByRole("button", { name: "Edit: Is there parking?" })).toBeVisible();
  await page.getByLabel("E-mail for customers").fill("no address");
  await next(page).click();
  await expect(page.getByLabel("E-mail for customers")).toHaveAccessibleDescription(/full e-mail address/);
  await page.getByLabel("E-mail for customers").fill("hello@atelier.example");
  await expectAccessible(page);
  await next(page).click();

  await expect(heading(page)).toHaveText("How should it look?");
  const preview = page.frameLocator("iframe[data-shown=true]");
  await expect(preview.getByRole("heading", { level: 1 })).toHaveText(business.name);
  await page.getByLabel("Font").selectOption("Lora");
  await expectAccessible(page);
  await next(page).click();

  await expect(page.getByText("At the visit")).toBeVisible();
  await expectAccessible(page);
  await next(page).click();

  await expect(heading(page)).toHaveText("Your page is ready to share");
  await expect(page.getByRole("img", { name: /^Code for / })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open my dashboard" }).click();
  await expect(page).toHaveURL(appAddress("/dashboard"));
  await expect(page.getByRole("region", { name: "Set-up" })).toHaveCount(0);

  const site = new BookingSite(page, business.slug);
  await site.openLanding();
  await expect(page.getByRole("link", { name: /^Dry cut/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Fringe/ })).toBeVisible();
  await expect(page.getByText("Colour", { exact: true })).toHaveCount(0);
  await expect(page.getByText("Is there parking?")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.getByRole("contentinfo").getByRole("link", { name: "Privacy" }).click();
  await expect(heading(page)).toHaveText("Privacy");
  await expectAccessible(page);
});

test("the set-up can be put away; an address that is taken comes with a free one", async ({
  page,
  request,
}) => {
  const { slug } = await aNewBusiness(page, request);
  await page.goto(appAddress("/dashboard"));
  await page.getByRole("button", { name: "Put the set-up away" }).click();
  await expect(page.getByRole("region", { name: "Set-up" })).toHaveCount(0);
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await expect(page.getByRole("region", { name: "Set-up" })).toHaveCount(0);

  await page.goto(appAddress("/onboarding"));
  await expect(page).toHaveURL(appAddress("/dashboard"));
  await page.goto(appAddress("/onboarding?new=1"));
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Consultant/ }).click();
  await page.getByLabel("Name of the business").fill("Second business");
  await page.getByLabel("Address of your page").fill(slug);
  await expect(page.getByText(`${slug} is taken.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Use ${slug}-2` }).click();
  await page.reload();
  await expect(page.getByLabel("Address of your page")).toHaveValue(`${slug}-2`);
  await page.getByRole("button", { name: "Create my booking page" }).click();
  await expect(heading(page)).toHaveText("When are you open?");
  await page.goto(appAddress("/dashboard"));
  await expect(page.getByRole("button", { name: "Second business" })).toBeVisible();
});

test("who is not signed in is asked to, and led back", async ({ page }) => {
  await page.goto(appAddress("/onboarding"));
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fonboarding/);
});
