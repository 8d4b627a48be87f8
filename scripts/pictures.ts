// npm run pictures -- [http://localhost:3000]   draws docs/images from a running demo: the salon's time
// page and the owner's calendar, 1280 × 800 at twice the density.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { demoPassword } from "../prisma/seed/write-logins.ts";
import { findBrowser } from "./test/find-browser.ts";

const address = process.argv[2] ?? process.env.APP_URL ?? "http://localhost:3000";
const folder = join(import.meta.dirname, "../docs/images");
const slug = "harlow-and-vine";
const date = comingFriday();

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
try {
  await draw(browser, "booking", bookingPage);
  await draw(browser, "dashboard", dashboardDay);
} finally {
  await browser.close();
}

/** A day on which the salon is open and busy: the first Friday from tomorrow on. */
function comingFriday(): string {
  const day = new Date();
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 5);
  return day.toISOString().slice(0, 10);
}

async function draw(browser: Browser, name: string, open: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
    timezoneId: "America/New_York",
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await open(page);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  await page.close();
  console.log(path);
}

async function visit(page: Page, path: string): Promise<void> {
  const response = await page.goto(new URL(path, address).href, { waitUntil: "networkidle" });
  if (!response?.ok()) throw new Error(`${path} answered ${response?.status()}`);
}

/** The month with its free days, and the times of one of them. */
async function bookingPage(page: Page): Promise<void> {
  await visit(page, `/${slug}/book?service=signature-cut&date=${date}`);
  await page.locator("button[name=start]").first().waitFor();
}

/** One day, with a column for each staff member. */
async function dashboardDay(page: Page): Promise<void> {
  await visit(page, "/sign-in");
  await page.getByLabel("E-mail").fill(`owner@${slug}.example`);
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/dashboard");
  await visit(page, `/dashboard?date=${date}`);
  await page.getByText("Mara Ellison").first().waitFor();
  await page.locator(".ec-event").first().waitFor();
}
