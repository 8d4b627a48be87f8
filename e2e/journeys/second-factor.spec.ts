import { expect, type Page, test } from "@playwright/test";
import { generateSync } from "otplib";
import { expectAccessible } from "../pages/accessibility.ts";
import { appAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";
import { NewOwner } from "../pages/new-owner.ts";
import { messageTo } from "../pages/outbox.ts";

const account = "/dashboard/settings?section=account";
const dashboard = new RegExp(`^${appAddress("/dashboard")}`);

/** The code that an app shows, so many seconds from now: the clock may be half a minute off. */
function codeOf(secret: string, secondsLater = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + secondsLater;
  return generateSync({ secret: secret.replaceAll(" ", ""), epoch });
}

/** A device with a fingerprint reader, whose owner touches it whenever it asks. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function aNewOwner(page: Page, owner: NewOwner): Promise<Dashboard> {
  await owner.signUp("Grace Hopper");
  await owner.startBusiness(account);
  await expect(page.getByRole("heading", { name: "Second step" })).toBeVisible();
  return new Dashboard(page, "");
}

test("an authenticator app is asked for from then on, and a recovery code stands in for it", async ({
  page,
  request,
}) => {
  const owner = new NewOwner(page, request);
  const view = await aNewOwner(page, owner);
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  const secret = await view.drawer.locator("code").innerText();
  await view.expectAccessible();
  await view.drawer.getByLabel("Code that the app shows").fill(codeOf(secret));
  await view.drawer.getByRole("button", { name: "Turn on" }).click();
  await expect(view.drawer.getByText("Your recovery codes")).toBeVisible();
  await view.expectAccessible();
  const codes = await view.drawer.getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  await view.drawer.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 left")).toBeVisible();
  await view.expectAccessible();

  await owner.signOut();
  await owner.signInByLink();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
  await page.goto(appAddress("/dashboard"));
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.goto(appAddress("/sign-in/verify"));
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This code is not right." })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Code").fill(codeOf(secret, 30));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(dashboard);

  await owner.signOut();
  await owner.signInByLink();
  await page.getByLabel("Code").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(dashboard);
  await page.goto(appAddress(account));
  await expect(page.getByText("9 left")).toBeVisible();
  await page.getByRole("button", { name: "Remove the authenticator app" }).click();
  await expect(view.notice("Authenticator app removed")).toBeVisible();
});

test("a passkey signs in by itself, and answers the second step of other ways", async ({ page, request }) => {
  await addAuthenticator(page);
  const owner = new NewOwner(page, request);
  const view = await aNewOwner(page, owner);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await view.drawer.getByLabel("Name").fill("Grace’s laptop");
  await view.expectAccessible();
  await view.drawer.getByRole("button", { name: "Continue" }).click();
  await view.drawer.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("Grace’s laptop")).toBeVisible();
  await messageTo(request, owner.email, /A passkey was added/);

  await owner.signOut();
  await page.goto(appAddress("/sign-in"));
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(dashboard);

  await owner.signOut();
  await owner.signInByLink();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(dashboard);

  await page.goto(appAddress(account));
  await page.getByRole("button", { name: "Remove the passkey Grace’s laptop" }).click();
  await expect(view.notice("Passkey removed")).toBeVisible();
  await page.getByRole("button", { name: "Sign out everywhere", exact: true }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto(appAddress("/dashboard"));
  await expect(page).toHaveURL(/\/sign-in\?/);
});
