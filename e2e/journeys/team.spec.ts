import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { appAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";
import { aNewBusiness, unique } from "../pages/new-business.ts";
import { messageTo } from "../pages/outbox.ts";
import { Team } from "../pages/team.ts";

/** Somebody else's browser. */
async function anotherPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

const newColleague = () => ({ name: "Nora New", email: `nora-${unique()}@example.com` });

/** The link of the newest invitation to an address. */
async function invitationTo(page: Page, email: string): Promise<string> {
  const message = await messageTo(page.request, email, /^Join /);
  return message.links.find((link) => link.includes("/join?token=")) ?? "";
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Join the team" }).click();
  await page.waitForURL(/\/dashboard/);
}

test("staff are invited, join, get more rights, another role, and are removed", async ({ browser, page }) => {
  test.setTimeout(90_000);
  const team = new Team(page);
  const colleague = newColleague();
  const business = await aNewBusiness(page, page.request);
  await team.open();
  await team.invite(colleague);
  await expect(page.getByText(colleague.email).first()).toBeVisible();
  await team.dashboard.expectAccessible();

  const theirs = await anotherPage(browser);
  const link = await invitationTo(page, colleague.email);
  await join(theirs, link);
  await expect(theirs.getByRole("button", { name: business.name })).toBeVisible();
  const columns = theirs.locator(".ec-col-head");
  await expect(columns).toHaveText([/Nora New/]);
  await theirs.goto(appAddress("/dashboard/settings"));
  await expect(theirs.getByRole("tab")).toHaveText(["Your account"]);

  await team.open();
  await team.change("Nora New", async (drawer) => {
    await drawer.getByRole("checkbox", { name: /everybody’s appointments/ }).check();
    await drawer.getByRole("checkbox", { name: /Change services/ }).check();
    await team.dashboard.expectAccessible();
  });
  await expect(team.member("Nora New")).toContainText("Staff, more rights");
  await theirs.goto(appAddress("/dashboard"));
  await expect(columns).toHaveCount(2);
  await theirs.goto(appAddress("/dashboard/services"));
  const addService = theirs.getByRole("button", { name: "Add service" });
  await addService.click();
  await theirs.getByRole("dialog").getByLabel("Name").fill("Kept while rights change");

  // What they may do changes while their page is open: it says so, and leaves out what would be refused again.
  await team.change("Nora New", (drawer) =>
    drawer.getByRole("checkbox", { name: /Change services/ }).uncheck(),
  );
  await theirs.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(new Dashboard(theirs, "").notice("Your role does not allow this")).toBeVisible();
  await expect(addService).toHaveCount(0);

  await team.change("Nora New", (drawer) => drawer.getByRole("radio", { name: "Admin" }).check());
  await expect(team.member("Nora New")).toContainText("Admin");
  const admin = new Team(theirs);
  await admin.open();
  await expect(admin.member("Olivia Owner").getByRole("button")).toHaveCount(0);
  await expect(theirs.getByRole("button", { name: "Hand over the business" })).toHaveCount(0);

  await team.open();
  await team.member("Nora New").getByRole("button").click();
  await team.dashboard.drawer.getByRole("button", { name: "Remove from the team" }).click();
  const question = page.getByRole("dialog", { name: "Remove Nora New?" });
  await team.dashboard.expectAccessible();
  await question.getByRole("button", { name: "Remove from the team" }).click();
  await expect(team.member("Nora New")).toHaveCount(0);
  await theirs.goto(appAddress("/dashboard/customers"));
  await expect(theirs).not.toHaveURL(/\/dashboard\/customers/);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("You joined already");
});

test("a business is handed over and back, and switched between by keyboard", async ({ browser, page }) => {
  test.setTimeout(90_000);
  const team = new Team(page);
  const colleague = newColleague();
  const business = await aNewBusiness(page, page.request);
  await team.open();
  await team.invite(colleague);

  const theirs = await anotherPage(browser);
  const own = await aNewBusiness(theirs, theirs.request);
  const link = await invitationTo(page, colleague.email);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Signed in as somebody else");
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Sign out and go on" }).click();
  await join(theirs, link);

  await team.open();
  await team.handOverTo("Nora New");
  await expect(team.member("Olivia Owner")).toContainText("Admin");
  const heir = new Team(theirs);
  await heir.open();
  await heir.invite({ email: own.email, name: "Olivia Other" });
  await heir.handOverTo("Olivia Owner");
  await expect(heir.member("Nora New")).toContainText("Admin");

  // The owner of the other business joins this one too, and goes from one to the other without a mouse.
  const other = await anotherPage(browser);
  await join(other, await invitationTo(page, own.email));
  await expect(other.getByRole("button", { name: business.name })).toBeVisible();
  await other.getByRole("button", { name: business.name }).press("Enter");
  await other.getByRole("menuitem", { name: own.name }).press("Enter");
  await expect(other.getByRole("button", { name: own.name })).toBeVisible();
  await other.goto(appAddress("/dashboard/settings?section=account"));
  await other.getByRole("button", { name: "Leave this business" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
  await expect(other.getByText(/You are the only owner/)).toBeVisible();
});

for (const token of ["", "?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]) {
  test(`an invitation's page with ${token === "" ? "no" : "an unknown"} token says so`, async ({ page }) => {
    await page.goto(appAddress(`/join${token}`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
    await expectAccessible(page);
  });
}
