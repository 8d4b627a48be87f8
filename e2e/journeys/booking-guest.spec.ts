import { expect, test } from "@playwright/test";
import { expectAccessible } from "../pages/accessibility.ts";
import { aPerson, BookingSite } from "../pages/booking-site.ts";
import { messageTo } from "../pages/outbox.ts";

test.describe("a guest with a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("books in three presses and one form, and gets the code, the calendar file and an e-mail", async ({
    page,
    request,
  }) => {
    const site = new BookingSite(page, "harlow-and-vine");
    const guest = aPerson("Anna Berg");
    await site.openLanding();
    await expectAccessible(page);

    await page.getByRole("link", { name: /^Blow-dry/ }).click();
    await expect(site.heading).toHaveText("When would you like to come?");
    await expectAccessible(page);
    await site.chooseDay(1);
    const time = await site.chooseTime();
    await expect(site.heading).toBeFocused();
    await expectAccessible(page);

    await site.fillDetails({ ...guest, phone: "+1 212 555 0188", notes: "First visit" });
    await expect(page.getByText(/^Free to change or cancel until|^This time is too close/)).toBeVisible();
    await site.submitDetails();
    const code = await site.bookingCode();
    await expect(page.locator(".ticket-when")).toContainText(time);
    await expectAccessible(page);

    const calendar = await page.getByRole("link", { name: "Calendar file" }).getAttribute("href");
    const file = await page.evaluate(async (address) => {
      const response = await fetch(address);
      return { type: response.headers.get("content-type"), text: await response.text() };
    }, calendar ?? "");
    expect(file.type).toContain("text/calendar");
    expect(file.text).toContain("BEGIN:VEVENT");
    for (const name of ["Google", "Outlook", "Yahoo"]) {
      await expect(page.getByRole("link", { name: new RegExp(`^${name}`) }).first()).toBeVisible();
    }

    const message = await messageTo(request, guest.email, /Blow-dry|booked|confirmed/i);
    expect(message.text).toContain(code);
  });

  test("goes back for another time and finds the form as it was typed", async ({ page }) => {
    const site = new BookingSite(page, "harlow-and-vine");
    const guest = aPerson("Wolfeschlegelsteinhausenbergerdorffvoralternwaren");
    await site.openTimes("fringe-trim", { monthsAhead: 1 });
    await site.chooseDay(0);
    const first = await site.chooseTime(0);
    await site.fillDetails({ ...guest, notes: "Bring the dog" });

    await page.goBack();
    await expect(site.heading).toHaveText("When would you like to come?");
    await expect(site.times.filter({ hasText: first }).first()).toBeVisible();
    await site.chooseTime(2);
    await expect(page.getByLabel("Name")).toHaveValue(guest.name);
    await expect(page.getByLabel("E-mail")).toHaveValue(guest.email);
    await expect(page.getByLabel("Anything we should know?")).toHaveValue("Bring the dog");
    await site.submitDetails();
    await site.bookingCode();
    await expectAccessible(page);
  });
});

test("what is wrong with the form is said beside each field, and nothing typed is lost", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await site.openTimes("fringe-trim", { monthsAhead: 1 });
  await site.chooseDay(1);
  await site.chooseTime();
  await page.getByLabel("E-mail").fill("anna@");
  await page.getByLabel("Anything we should know?").fill("Curly hair");
  await site.submitDetails();

  await expect(site.alert).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveAccessibleDescription("Enter your name");
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/Enter a full e-mail address/);
  await expect(page.getByLabel("E-mail")).toHaveValue("anna@");
  await expect(page.getByLabel("Anything we should know?")).toHaveValue("Curly hair");
  await expectAccessible(page);

  const guest = aPerson("Anna Lund");
  await site.fillDetails(guest);
  await site.submitDetails();
  await site.bookingCode();
});

test("sending the same form twice books once", async ({ page }) => {
  const site = new BookingSite(page, "harlow-and-vine");
  await site.openTimes("fringe-trim", { monthsAhead: 1 });
  await site.chooseDay(2);
  await site.chooseTime();
  await site.fillDetails(aPerson("Iris Novak"));
  const codes = await page.locator("form[data-draft]").evaluate(async (form: HTMLFormElement) => {
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const send = async () => (await fetch(form.action, { method: "POST", body })).text();
    const pages = [await send(), await send()];
    return pages.map((html) => html.match(/class="code">(\w{8})</)?.[1]);
  });
  expect(codes[0]).toMatch(/^[A-Z0-9]{8}$/);
  expect(codes[1]).toBe(codes[0]);
});
