import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { appAddress } from "../pages/booking-site.ts";
import { messageTo } from "../pages/outbox.ts";

const owner = { email: "owner@still-water-yoga.example", password: "demo-owner-2026" };

async function openSignIn(page: Page, path = "/sign-in"): Promise<void> {
  await page.goto(appAddress(path));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
}

test("the front page of a demo leads to its businesses and says how to sign in", async ({ page }) => {
  await page.goto(appAddress("/"));
  await expect(page.getByRole("heading", { name: "Book at a demo business" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Still Water Yoga/ })).toHaveAttribute(
    "href",
    "/still-water-yoga",
  );
  await expect(page.getByText(owner.email)).toBeVisible();
  await expectAccessible(page);
});

test("a wrong password is explained, keeps the e-mail, and the right one leads on", async ({ page }) => {
  await openSignIn(page, "/sign-in?callbackUrl=/outbox");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(owner.email);
  await expectAccessible(page);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(appAddress("/outbox"));
});

test("a page of the dashboard asks to sign in first and is there afterwards", async ({ page }) => {
  await page.goto(appAddress("/dashboard/services?archived=1"));
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(appAddress("/dashboard/services?archived=1"));
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("a link by e-mail signs in once, and signing out ends the session", async ({ page, request }) => {
    await openSignIn(page);
    await page.getByLabel("E-mail").fill(owner.email);
    await page.getByRole("button", { name: "E-mail me a link instead" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your e-mail");

    const message = await messageTo(request, owner.email, /sign-in link/i);
    const link = message.links.find((address) => address.includes("/sign-in/link?token=")) ?? "";
    await page.goto(link);
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(`^${appAddress("/dashboard")}`));

    await page.goto(appAddress("/sign-out"));
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByText("You are signed out.")).toBeVisible();
    await page.goto(appAddress("/dashboard"));
    await expect(page).toHaveURL(/\/sign-in/);

    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("This link does not work any more.")).toBeVisible();
  });
});

for (const [name, path] of [
  ["after asking for a link", "/sign-in?sent=1"],
  ["that a link opens", "/sign-in/link?token=abc"],
  ["for an address that is none", "/docs"],
] as const) {
  test(`the page ${name} is accessible`, async ({ page }) => {
    await page.goto(appAddress(path));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}
