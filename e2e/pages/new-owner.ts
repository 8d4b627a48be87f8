import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { appAddress } from "./booking-site.ts";
import { messageTo } from "./outbox.ts";

/** Somebody new, from signing up on: with a login, and a business, that no other journey uses. */
export class NewOwner {
  readonly page: Page;
  readonly request: APIRequestContext;
  readonly email: string;
  private readonly usedLinks: string[] = [];

  constructor(page: Page, request: APIRequestContext) {
    this.page = page;
    this.request = request;
    this.email = `founder-${process.pid}-${Math.random().toString(36).slice(2, 10)}@founder.example`;
  }

  /** Asks for the link and opens the page that it leads to. */
  async openSignUpLink(): Promise<string> {
    const { page, request, email } = this;
    await page.goto(appAddress("/sign-up"));
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Continue with e-mail" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");
    const letter = await messageTo(request, email, /Confirm your e-mail address/);
    const link = letter.links.find((address) => address.includes("/sign-up/link?token=")) ?? "";
    await page.goto(link);
    return link;
  }

  async signUp(name: string): Promise<void> {
    await this.openSignUpLink();
    await this.page.getByLabel("Your name").fill(name);
    await this.page.getByRole("button", { name: "Continue" }).click();
    await expect(this.page).toHaveURL(/\/onboarding/);
  }

  /** Makes a business without walking through the wizard, and opens a page of its dashboard. */
  async startBusiness(path: string): Promise<void> {
    const input = {
      trade: "salon",
      name: "Second Step Salon",
      slug: this.email.split("@")[0],
      country: null,
      timeZone: "America/New_York",
      currency: "USD",
      locale: "en-US",
    };
    const status = await this.page.evaluate(async (body) => {
      const headers = { "Content-Type": "application/json" };
      const made = await fetch("/api/trpc/onboarding.start", { method: "POST", headers, body });
      return made.status;
    }, JSON.stringify(input));
    expect(status).toBe(200);
    await this.page.goto(appAddress(path));
  }

  async signOut(): Promise<void> {
    await this.page.goto(appAddress("/sign-out"));
    await this.page.getByRole("button", { name: "Sign out" }).click();
    await expect(this.page.getByText("You are signed out.")).toBeVisible();
  }

  /** Proves the login by a link; where it leads depends on its second step. */
  async signInByLink(): Promise<void> {
    const { page, request, email } = this;
    await page.goto(appAddress("/sign-in"));
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "E-mail me a link instead" }).click();
    const letter = await messageTo(request, email, /sign-in link/i, this.usedLinks);
    const link = letter.links.find((address) => address.includes("/sign-in/link?token=")) ?? "";
    this.usedLinks.push(link);
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
  }
}
