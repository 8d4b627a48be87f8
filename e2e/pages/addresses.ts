import { expect, type Locator, type Page } from "@playwright/test";
import { Dashboard } from "./dashboard.ts";
import { withNameServer } from "./name-server.ts";

/** Settings → Addresses, as an owner uses it. */
export class Addresses {
  readonly page: Page;
  readonly dashboard: Dashboard;

  constructor(page: Page) {
    this.page = page;
    this.dashboard = new Dashboard(page, "");
  }

  async open(): Promise<void> {
    await this.dashboard.open("/settings?section=addresses");
    await expect(this.page.getByRole("heading", { name: "Your booking page" })).toBeVisible();
  }

  domain(host: string): Locator {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: host }) });
  }

  async add(host: string, kind: "Domain" | "Name of the site" = "Domain"): Promise<void> {
    await this.page.getByLabel(kind, { exact: true }).fill(host);
    await this.page.getByRole("button", { name: kind === "Domain" ? "Add domain" : "Add site" }).click();
    await expect(this.domain(host)).toContainText("Waiting for DNS");
  }

  /** Sets the record that the page asks for, and has it looked for. */
  async prove(host: string): Promise<void> {
    const proof = this.domain(host).getByRole("listitem").filter({ hasText: "Proves that" });
    const value = await proof.locator("code").nth(1).innerText();
    await withNameServer(async (records) => {
      records.set(`_slotkeeper.${host}`, { txt: [value] });
      records.set(host, { cname: "localhost" });
      await expect(async () => {
        await this.domain(host).getByRole("button", { name: "Check now" }).click();
        await expect(this.domain(host)).toContainText("Verified", { timeout: 1_000 });
      }).toPass();
    });
  }

  /** Switches the mode, after reading what changes. */
  async switchTo(title: string, says: RegExp): Promise<void> {
    await this.page.getByRole("button", { name: `Switch to “${title}”` }).click();
    await expect(this.dashboard.drawer).toContainText(says);
    await this.dashboard.drawer.getByRole("button", { name: "Switch now" }).click();
    await expect(this.dashboard.drawer).toHaveCount(0);
    const mode = this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("heading", { name: title, exact: true }) });
    await expect(mode).toContainText("As it is now");
  }

  async changeSlug(slug: string): Promise<void> {
    await this.page.getByLabel("Name", { exact: true }).fill(slug);
    await this.page.getByRole("button", { name: "Change the address" }).click();
    await expect(this.dashboard.notice(/Your booking page is at/)).toBeVisible();
  }
}
