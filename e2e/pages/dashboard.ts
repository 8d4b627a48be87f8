import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { appAddress } from "./booking-site.ts";

const password = "demo-owner-2026";

/** The owner's dashboard of one business, as its team uses it. */
export class Dashboard {
  readonly page: Page;
  readonly slug: string;

  constructor(page: Page, slug: string) {
    this.page = page;
    this.slug = slug;
  }

  async signIn(as: "owner" | "staff" = "owner"): Promise<void> {
    await this.page.goto(appAddress("/dashboard"));
    await expect(this.page).toHaveURL(/\/sign-in\?callbackUrl=/);
    await this.page.getByLabel("E-mail").fill(`${as}@${this.slug}.example`);
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await this.ready();
  }

  /** A page of the dashboard by its address; waits until what it shows is there. */
  async open(path: string): Promise<void> {
    await this.page.goto(appAddress(`/dashboard${path}`));
    await this.ready();
  }

  async openDay(date: string): Promise<void> {
    await this.open(`?view=day&date=${date}`);
    await expect(this.calendar).toBeVisible();
  }

  async ready(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(this.page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
  }

  /** Nothing that axe can find, once nothing is loading or moving any more. */
  async expectAccessible(): Promise<void> {
    const loading = this.page.locator(".mantine-Loader-root, .mantine-Skeleton-root, [data-loading]");
    // What a tab has that nobody has looked at is not read before somebody does.
    await expect(loading.filter({ visible: true })).toHaveCount(0);
    const still = () => document.getAnimations().every(({ playState }) => playState !== "running");
    await this.page.waitForFunction(still);
    await expectAccessible(this.page);
  }

  get calendar(): Locator {
    return this.page.getByRole("region", { name: /^Calendar/ });
  }

  /** An appointment's block in the calendar. */
  block(customer: string): Locator {
    return this.calendar.getByRole("button", { name: new RegExp(`^${customer},`) });
  }

  get drawer(): Locator {
    return this.page.getByRole("dialog").filter({ visible: true });
  }

  notice(text: string | RegExp): Locator {
    return this.page.getByRole("alert").filter({ hasText: text });
  }

  /** Books by hand through the drawer; answers once the block is in the calendar. */
  async book(visit: {
    customer: string;
    service: string;
    staff: string;
    date: string;
    time: string;
  }): Promise<void> {
    await this.openDay(visit.date);
    await this.page.getByRole("button", { name: "New appointment" }).filter({ visible: true }).click();
    await this.drawer.getByLabel("Name").fill(visit.customer);
    await this.choose("Service", visit.service);
    await this.choose("With", visit.staff);
    await this.drawer.getByLabel("Time", { exact: true }).fill(visit.time);
    await this.chooseDate(visit.date);
    await this.drawer.getByRole("button", { name: /^Book for / }).click();
    await expect(this.drawer).toHaveCount(0);
    await expect(this.block(visit.customer)).toBeVisible();
  }

  async choose(label: string, option: string): Promise<void> {
    await this.drawer.getByRole("combobox", { name: label }).click();
    await this.page.getByRole("option", { name: new RegExp(`^${option}`) }).click();
  }

  /** Types a date (YYYY-MM-DD) into the drawer's date field. */
  async chooseDate(date: string): Promise<void> {
    const field = this.drawer.getByLabel("Date", { exact: true });
    await field.fill(date);
    await field.press("Tab");
  }

  /** The answer to "Why is this time not offered?", and the reasons in it by their words. */
  get explanation(): Locator {
    return this.drawer.last().getByRole("region", { name: "Answer" });
  }

  reason(words: string | RegExp): Locator {
    return this.explanation.getByRole("listitem").filter({ hasText: words });
  }

  /** Clicks a staff member's column where the clock shows a full hour ("9 AM"). */
  async clickTime(staff: string, hour: string): Promise<void> {
    const column = await this.calendar.locator(".ec-col-head").filter({ hasText: staff }).boundingBox();
    const label = this.calendar.locator(".ec-slot").getByText(hour, { exact: true });
    await label.scrollIntoViewIfNeeded();
    const row = await label.boundingBox();
    if (!column || !row) throw new Error(`${hour} of ${staff} is not in the calendar`);
    await this.page.mouse.click(column.x + column.width / 2, row.y + row.height);
  }

  /** Pixels of half an hour in the calendar: more where short visits need the room. */
  private slotHeight(): Promise<number> {
    const read = (main: Element) =>
      Number.parseFloat(getComputedStyle(main).getPropertyValue("--ec-slot-height"));
    return this.calendar.locator(".ec-main").evaluate(read);
  }

  /** Drags a block by a number of minutes down (or up). */
  async drag(customer: string, minutes: number): Promise<void> {
    const block = this.block(customer);
    await block.scrollIntoViewIfNeeded();
    const box = await block.boundingBox();
    if (!box) throw new Error(`${customer} is not in the calendar`);
    const [x, y] = [box.x + box.width / 2, box.y + 6];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x, y + Math.sign(minutes) * 12, { steps: 3 });
    await this.page.mouse.move(x, y + (minutes / 30) * (await this.slotHeight()), { steps: 10 });
    await this.page.mouse.up();
  }
}

/** "YYYY-MM-DD" of the next `weekday` (ISO, 1 is Monday) that is at least so many days ahead. */
export function nextWeekday(weekday: number, daysAhead: number): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + daysAhead);
  while ((day.getUTCDay() + 6) % 7 !== weekday - 1) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
