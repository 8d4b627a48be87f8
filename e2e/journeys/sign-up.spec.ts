import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { appAddress } from "../pages/booking-site.ts";
import { NewOwner } from "../pages/new-owner.ts";
import { messageTo } from "../pages/outbox.ts";

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody new signs up by a link, once, and is led to their first business", async ({
    page,
    request,
  }) => {
    await page.goto(appAddress("/sign-in"));
    await page.getByRole("link", { name: "Create your business" }).click();
    await expect(page).toHaveURL(appAddress("/sign-up"));
    const owner = new NewOwner(page, request);
    const link = await owner.openSignUpLink();
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/onboarding/);
    await page.goto(appAddress("/sign-up"));
    await expect(page).toHaveURL(/\/onboarding/);

    await owner.signOut();
    await page.goto(link);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert")).toContainText("This link does not work any more.");
  });
});

test("who has a login already gets the same page, and a letter that signs them in", async ({
  page,
  request,
}) => {
  const email = "owner@physio-am-park.example";
  await page.goto(appAddress("/sign-up"));
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue with e-mail" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");
  await expect(page.getByText(email)).toBeVisible();
  await expectAccessible(page);

  const letter = await messageTo(request, email, /login already/);
  await page.goto(letter.links.find((address) => address.includes("/sign-in/link?token=")) ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`^${appAddress("/dashboard")}`));
});

test("what is no address is explained and kept", async ({ page }) => {
  await page.goto(appAddress("/sign-up"));
  await page.getByLabel("E-mail").fill("ada@example");
  await page.getByRole("button", { name: "Continue with e-mail" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This is no e-mail address." })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("ada@example");
  await expectAccessible(page);
});

test("the page that the link opens is accessible", async ({ page }) => {
  await page.goto(appAddress("/sign-up/link?token=abc"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome");
  await expectAccessible(page);
});
