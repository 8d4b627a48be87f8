import { expect, test } from "@playwright/test";
import { appAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";
import { holdScripts } from "../pages/held-scripts.ts";
import { aNewBusiness } from "../pages/new-business.ts";

test("what an owner types and presses before the page's script has come is done when it has", async ({
  page,
}) => {
  const dashboard = new Dashboard(page, "harlow-and-vine");
  await dashboard.signIn();
  const release = await holdScripts(page);
  await page.goto(appAddress("/dashboard/customers"), { waitUntil: "commit" });
  const search = page.getByLabel("Search customers");
  await search.pressSequentially("nobody is called this");
  await page.getByRole("button", { name: "Add customer" }).click();
  release();
  await expect(page.getByRole("dialog", { name: "New customer" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toHaveValue("nobody is called this");
  await expect(page.getByText("Nobody found for “nobody is called this”.")).toBeVisible();
});

test("a step of the set-up goes on when its button is pressed before the page's script has come", async ({
  page,
  request,
}) => {
  await aNewBusiness(page, request);
  const release = await holdScripts(page);
  await page.goto(appAddress("/onboarding"), { waitUntil: "commit" });
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  release();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What can people book?");
});
