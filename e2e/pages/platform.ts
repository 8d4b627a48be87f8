import { expect, type Locator, type Page } from "@playwright/test";
import { appAddress } from "./booking-site.ts";
import { Dashboard } from "./dashboard.ts";

/** The pages of whoever runs the installation. */
export class Platform {
  readonly page: Page;
  /** Waits and looks as the dashboard's pages do. */
  readonly frame: Dashboard;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Dashboard(page, "");
  }

  async signIn(): Promise<void> {
    await this.page.goto(appAddress("/sign-in?callbackUrl=%2Fplatform"));
    await this.page.getByLabel("E-mail").fill("admin@slotkeeper.example");
    await this.page.getByLabel("Password").fill("demo-owner-2026");
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(this.page).toHaveURL(/\/platform$/);
    await this.frame.ready();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(appAddress(`/platform${path}`));
    await this.frame.ready();
  }

  /** Finds a business by its name and opens its page. */
  async openBusiness(name: string): Promise<void> {
    await this.open("/businesses");
    await this.page.getByLabel("Search businesses").fill(name);
    await this.page.getByRole("link", { name }).click();
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
    await this.frame.ready();
  }

  /** Answers the question why, and confirms. */
  async giveReason(reason: string, button: string): Promise<void> {
    const question = this.page.getByRole("dialog");
    await question.getByRole("button", { name: button, exact: true }).click();
    await expect(question.getByText("Say why: the business reads it in its history")).toBeVisible();
    await question.getByLabel("Reason").fill(reason);
    await question.getByRole("button", { name: button, exact: true }).click();
  }

  get state(): Locator {
    return this.page.locator("[data-tone]").first();
  }
}
