import { expect, type Locator, type Page } from "@playwright/test";
import { Dashboard } from "./dashboard.ts";

/** Settings → Team, as those who run it use it. */
export class Team {
  readonly page: Page;
  readonly dashboard: Dashboard;

  constructor(page: Page) {
    this.page = page;
    this.dashboard = new Dashboard(page, "");
  }

  async open(): Promise<void> {
    await this.dashboard.open("/settings?section=team");
    await expect(this.page.getByRole("heading", { name: "Team", exact: true })).toBeVisible();
  }

  /** A member's line: "Nora New Staff". */
  member(name: string): Locator {
    return this.page.getByRole("row").filter({ hasText: name });
  }

  async invite({ email, name }: { email: string; name: string }): Promise<void> {
    await this.page.getByRole("button", { name: "Invite somebody" }).click();
    const { drawer } = this.dashboard;
    await drawer.getByLabel("E-mail").fill(email);
    await drawer.getByLabel("Name of the new staff member").fill(name);
    await this.dashboard.expectAccessible();
    await drawer.getByRole("button", { name: "Send the invitation" }).click();
    await expect(drawer).toHaveCount(0);
  }

  /** Opens a member's drawer, changes what is said there, and saves. */
  async change(name: string, what: (drawer: Locator) => Promise<void>): Promise<void> {
    await this.member(name).getByRole("button").click();
    const { drawer } = this.dashboard;
    await what(drawer);
    await drawer.getByRole("button", { name: "Save" }).click();
    await expect(drawer).toHaveCount(0);
  }

  async handOverTo(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Hand over the business" }).click();
    const { drawer } = this.dashboard;
    await drawer.getByRole("combobox", { name: "Who" }).click();
    await this.page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
    await drawer.getByRole("button", { name: `Make ${name} the owner` }).click();
    await expect(this.member(name)).toContainText("Owner");
  }
}
