import { expect, type Locator, type Page } from "@playwright/test";

const base = new URL(process.env.BASE_URL ?? process.env.E2E_BASE_URL ?? "http://localhost:3000");

/** Address of a business's booking pages on its own subdomain. */
export function siteAddress(slug: string, path = "/"): string {
  return `${base.protocol}//${slug}.${base.host}${path}`;
}

/** Address on the application's own host. */
export function appAddress(path: string): string {
  return new URL(path, base).href;
}

export type Person = { name: string; email: string; phone?: string; notes?: string };

/** A day with so many times has room for several bookings. */
const roomyTimes = 5;

let people = 0;

/** Somebody nobody else's test knows, so that the outbox shows their mail alone. */
export function aPerson(name: string): Person {
  people += 1;
  const unique = `${process.pid}-${people}-${Math.random().toString(36).slice(2, 8)}`;
  return { name, email: `${name.split(" ")[0]?.toLowerCase()}-${unique}@customer.example` };
}

/** The booking pages of one business, as a customer uses them. */
export class BookingSite {
  readonly page: Page;
  readonly slug: string;

  constructor(page: Page, slug: string) {
    this.page = page;
    this.slug = slug;
  }

  get heading(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }

  get grid(): Locator {
    return this.page.getByRole("grid");
  }

  /** The days of the month that have times. */
  get openDays(): Locator {
    return this.grid.locator("a[data-date]");
  }

  /** The times of the chosen day, not those that a notice offers. */
  get times(): Locator {
    return this.page.locator("[data-times]").getByRole("button");
  }

  get alert(): Locator {
    return this.page.getByRole("alert");
  }

  async openLanding(): Promise<void> {
    await this.page.goto(siteAddress(this.slug));
    await expect(this.heading).toBeVisible();
  }

  /** Opens the times of a service in a month so many months ahead, where nothing is booked by the demo data yet. */
  async openTimes(service: string, options: { monthsAhead?: number; zone?: string } = {}): Promise<void> {
    const query = new URLSearchParams({ service });
    if (options.monthsAhead) query.set("month", monthAhead(options.monthsAhead));
    if (options.zone) query.set("tz", options.zone);
    await this.page.goto(siteAddress(this.slug, `/book?${query}`));
    await expect(this.grid).toBeVisible();
  }

  /**
   * Chooses the `nth` day from the month shown on that has room for several bookings: tests that each take their own day
   * do not meet.
   */
  async chooseDay(nth: number): Promise<void> {
    let roomy = 0;
    for (let index = 0; ; index++) {
      if (index >= (await this.openDays.count())) {
        await this.turnToNextMonth();
        index = 0;
      }
      const date = (await this.openDays.nth(index).getAttribute("data-date")) ?? "";
      await this.grid.locator(`a[data-date="${date}"]`).click();
      await expect(this.grid.locator('[aria-selected="true"] a')).toHaveAttribute("data-date", date);
      if ((await this.times.count()) >= roomyTimes) roomy += 1;
      if (roomy > nth) return;
    }
  }

  /** Towards the end of a month, it has too few days left. */
  async turnToNextMonth(): Promise<void> {
    const label = this.page.locator("#month-label");
    const month = await label.innerText();
    await this.page.getByRole("link", { name: "Next month" }).click();
    await expect(label).not.toHaveText(month);
    await expect(this.openDays).not.toHaveCount(0);
  }

  /** Presses the `nth` time and arrives at the form; answers with the time as it was written. */
  async chooseTime(nth = 0): Promise<string> {
    const time = this.times.nth(nth);
    const label = (await time.innerText()).split("\n")[0] ?? "";
    await time.click();
    await expect(this.heading).toHaveText("Your details");
    return label;
  }

  async fillDetails(person: Person): Promise<void> {
    await this.page.getByLabel("Name").fill(person.name);
    await this.page.getByLabel("E-mail").fill(person.email);
    if (person.phone) await this.page.getByLabel("Phone").fill(person.phone);
    if (person.notes) await this.page.getByLabel("Anything we should know?").fill(person.notes);
  }

  async submitDetails(): Promise<void> {
    await this.page.getByRole("button", { name: /^(Book for|Request) / }).click();
  }

  /** The confirmation page's code. */
  async bookingCode(): Promise<string> {
    await expect(this.heading).toContainText("You are booked");
    const code = await this.page.locator(".code").innerText();
    expect(code).toMatch(/^[A-Z0-9]{8}$/);
    return code;
  }
}

/** "YYYY-MM" so many months from now. */
export function monthAhead(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
}
