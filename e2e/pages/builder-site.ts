import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { appAddress, BookingSite } from "./booking-site.ts";
import { Dashboard } from "./dashboard.ts";

/** Where examples/site-builder answers, and the key with which it provisions; the suite starts it. */
const port = process.env.SITES_PORT ?? "4200";
const key = process.env.PLATFORM_KEY ?? "";
const ownerPassword = process.env.OWNER_PASSWORD ?? "demo";

/** One site of the example builder, with the booking pages of its business below /book. */
export class BuilderSite extends BookingSite {
  readonly origin: string;

  constructor(page: Page, reference: string, host = `${reference}.sites.localhost`) {
    super(page, reference);
    this.origin = `http://${host}:${port}`;
  }

  async openHome(): Promise<void> {
    await this.page.goto(this.origin);
    await expect(this.heading).toBeVisible();
  }

  /** Everything of a booking, code and all, stays on the site's own host. */
  async expectOnSite(path: RegExp): Promise<void> {
    const onSite = ({ origin, pathname }: URL) => origin === this.origin && path.test(pathname);
    await expect(this.page).toHaveURL(onSite);
  }

  /** The owner, in a browser of their own: from the site, by one button, to the dashboard. */
  async manageBookings(browser: Browser): Promise<Dashboard> {
    const httpCredentials = { username: "owner", password: ownerPassword, origin: this.origin };
    const context = await browser.newContext({ httpCredentials });
    const page = await context.newPage();
    await page.goto(`${this.origin}/owner`);
    await page.getByRole("button", { name: "Manage bookings" }).click();
    await page.waitForURL(appAddress("/dashboard"));
    const dashboard = new Dashboard(page, this.slug);
    await dashboard.ready();
    return dashboard;
  }

  /** Where the owner's button leads. */
  async signInAddress(request: APIRequestContext): Promise<string> {
    const credentials = Buffer.from(`owner:${ownerPassword}`).toString("base64");
    // Only browsers find every name below localhost on this machine.
    const { host } = new URL(this.origin);
    const answer = await request.post(`http://localhost:${port}/owner/bookings`, {
      headers: { host, Authorization: `Basic ${credentials}` },
      maxRedirects: 0,
    });
    return answer.headers().location ?? "";
  }

  /** A call of the builder's server. */
  async tellPlatform(
    request: APIRequestContext,
    data: object,
  ): Promise<{ booking_url: string; mode: string }> {
    const response = await request.put(appAddress(`/api/platform/v1/businesses/${this.slug}`), {
      headers: { Authorization: `Bearer ${key}` },
      data,
    });
    expect(response.status(), await response.text()).toBe(200);
    return response.json();
  }
}
