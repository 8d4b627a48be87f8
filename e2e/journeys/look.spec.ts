import { expect, test } from "@playwright/test";
import { aPictureFile } from "#testing/picture-files.ts";
import { expectAccessible } from "../pages/accessibility.ts";
import { appAddress, BookingSite, siteAddress } from "../pages/booking-site.ts";
import { Dashboard } from "../pages/dashboard.ts";
import { aNewBusiness } from "../pages/new-business.ts";

test("an owner tries a look, mends a colour that cannot be read, and customers see it", async ({
  page,
  request,
}) => {
  const { slug, name } = await aNewBusiness(page, request);
  const dashboard = new Dashboard(page, slug);
  await dashboard.open("/settings?section=look");
  const preview = page.frameLocator("iframe[data-shown=true]");
  await expect(preview.getByRole("heading", { level: 1 })).toHaveText(name);
  await dashboard.expectAccessible();

  await page.getByRole("textbox", { name: "Colour" }).fill("#ffe600");
  await page.getByRole("textbox", { name: "Colour" }).press("Tab");
  await expect(page.getByText(/Too pale to stand out on white/)).toBeVisible();
  await page.getByRole("button", { name: /^Use #[0-9a-f]{6} instead$/ }).click();
  await expect(page.getByText(/^BookEasy to read/)).toBeVisible();
  await page.getByLabel("Font").selectOption("Playfair Display");
  await page.getByLabel("Leave out “Booking by Slotkeeper”").check();
  await expect(preview.locator("html")).toHaveCSS("font-family", /^"Playfair Display Variable"/);
  await expect(preview.getByText("Booking by Slotkeeper")).toHaveCount(0);

  const drawing = { name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") };
  const logo = page.getByRole("group", { name: "Logo" });
  await logo.locator("input[type=file]").setInputFiles(drawing);
  await expect(logo.getByRole("alert")).toHaveText(/SVG drawings are not accepted.*Save it as PNG/);
  await logo.locator("input[type=file]").setInputFiles({ ...drawing, buffer: await aPictureFile() });
  await expect(logo.getByRole("status")).toHaveText("Uploaded.");
  await expect(logo.getByRole("alert")).toHaveCount(0);
  await expect(logo.locator("img")).toHaveJSProperty("naturalWidth", 40);
  await expect(preview.getByRole("banner").locator("img")).toHaveJSProperty("naturalWidth", 40);
  await dashboard.expectAccessible();

  const guest = await page.context().newPage();
  await guest.goto(siteAddress(slug));
  await expect(guest.getByText("Booking by Slotkeeper")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("All changes saved")).toBeVisible();

  const fonts: string[] = [];
  guest.on("response", (response) => {
    if (response.url().endsWith(".woff2"))
      fonts.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  await guest.goto(siteAddress(slug));
  await expect(guest.getByText("Booking by Slotkeeper")).toHaveCount(0);
  await expect(guest.locator("html")).toHaveCSS("font-family", /^"Playfair Display Variable"/);
  await expect(guest.getByRole("banner").locator("img")).toHaveJSProperty("naturalWidth", 40);
  await expect.poll(() => fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/^200 \/assets\/playfair-display-latin/);
  await expectAccessible(guest);
  await new BookingSite(guest, slug).openTimes("haircut");
  await expect(guest.getByText("Booking by Slotkeeper")).toHaveCount(0);
});

test("a style sheet is the matter of a larger plan, and nobody else can ask for a preview or upload", async ({
  page,
  request,
}) => {
  const { slug } = await aNewBusiness(page, request);
  await new Dashboard(page, slug).open("/settings?section=look");
  await expect(page.getByLabel("Style sheet")).toBeDisabled();
  await expect(page.getByText("Your plan does not include this.")).toBeVisible();
  const stranger = await request.post(appAddress("/dashboard/preview"), {
    headers: { Origin: appAddress("") },
    form: { accentColor: "#000000" },
  });
  expect(stranger.status()).toBe(403);
  const file = { headers: { Origin: appAddress("") }, data: await aPictureFile() };
  expect((await request.post(appAddress("/api/pictures?for=logo"), file)).status()).toBe(401);
  const elsewhere = { ...file, headers: { Origin: "https://elsewhere.example" } };
  expect((await page.request.post(appAddress("/api/pictures?for=logo"), elsewhere)).status()).toBe(403);
});

test("questions are written, put in order and taken out, and customers read them", async ({
  page,
  request,
}) => {
  const { slug } = await aNewBusiness(page, request);
  const dashboard = new Dashboard(page, slug);
  await dashboard.open("/settings?section=questions");
  await page.getByRole("button", { name: "Edit: How do I pay?" }).click();
  await page.getByLabel("Answer").fill("By card, or with coins.");
  await page.getByRole("button", { name: "Save question" }).click();
  await page.getByRole("button", { name: "Move up: How do I pay?" }).click();
  await dashboard.expectAccessible();
  await page.getByRole("button", { name: /^Remove: What if I am not sure/ }).click();
  await expect(page.getByText("Question removed")).toBeVisible();
  await page.getByLabel("House rules").fill("Please ring twice.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("All changes saved")).toBeVisible();

  await page.goto(siteAddress(slug));
  await expect(page.getByText("How do I pay?")).toBeVisible();
  await expect(page.getByText("Please ring twice.")).toBeVisible();
  await expect(page.getByText(/^What if I am not sure/)).toHaveCount(0);
});
