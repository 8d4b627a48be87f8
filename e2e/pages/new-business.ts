import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { appAddress } from "./booking-site.ts";
import { messageTo } from "./outbox.ts";

export type NewBusiness = { name: string; slug: string; email: string };

/** Letters and digits that no other journey has. */
export function unique(): string {
  return Math.random().toString(36).slice(2, 9);
}

/**
 * A business of a journey's own, made as its owner would: sign-up by e-mail in `page`, then what the wizard begins with.
 * The page is signed in as the owner afterwards. `called` comes before the letters that no other business has.
 */
export async function aNewBusiness(
  page: Page,
  request: APIRequestContext,
  called = "Atelier ",
): Promise<NewBusiness> {
  const suffix = unique();
  const email = `owner-${suffix}@example.com`;
  await signUp(page, request, { email, name: "Olivia Owner" });
  const name = `${called}${suffix}`;
  const slug = `atelier-${suffix}`;
  const response = await page.request.post(appAddress("/api/trpc/onboarding.start"), {
    headers: { Origin: appAddress("") },
    data: {
      ...{ trade: "salon", name, slug, country: "DE" },
      ...{ timeZone: "Europe/Berlin", currency: "EUR", locale: "en-GB" },
    },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return { name, slug, email };
}

/**
 * What the page asks for from now on comes from an address of its own, as other people's requests do: letters that one
 * address may ask for in an hour are limited, and journeys are many. Counts where the product trusts this machine.
 */
export async function comeFromElsewhere(page: Page): Promise<void> {
  const [second, third, fourth] = Array.from({ length: 3 }, () => Math.floor(Math.random() * 254) + 1);
  await page.setExtraHTTPHeaders({ "X-Forwarded-For": `100.${second}.${third}.${fourth}` });
}

async function signUp(
  page: Page,
  request: APIRequestContext,
  { email, name }: { email: string; name: string },
): Promise<void> {
  await comeFromElsewhere(page);
  await page.goto(appAddress("/sign-up"));
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue with e-mail" }).click();
  const message = await messageTo(request, email, /./);
  await page.goto(message.links.find((link) => link.includes("/sign-up/link?token=")) ?? "");
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/(dashboard|onboarding|sign-in)/);
  await page.setExtraHTTPHeaders({});
}
