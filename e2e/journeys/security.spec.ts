import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { appAddress } from "../pages/booking-site.ts";

const pages = ["/", "/sign-in", "/sign-up", "/harlow-and-vine", "/harlow-and-vine/book?service=fringe-trim"];

for (const path of pages) {
  test(`${path} has a policy with a fresh nonce and breaks none of it`, async ({ page }) => {
    const violations: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
    });
    const policies = new Set<string>();
    for (let visit = 0; visit < 2; visit++) {
      const response = await page.goto(appAddress(path), { waitUntil: "networkidle" });
      const headers = response?.headers() ?? {};
      policies.add(headers["content-security-policy"] ?? "");
      expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}'/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(headers["x-powered-by"]).toBeUndefined();
    }
    expect(policies.size).toBe(2);
    expect(violations).toEqual([]);
  });
}

test("a host that is nobody's gets nothing, whatever it asks for", async ({ request }) => {
  for (const path of ["/", "/sign-in", "/harlow-and-vine", "/api/auth/session"]) {
    for (const host of ["evil.example", "harlow-and-vine.evil.example", "localhost.evil.example"]) {
      const response = await request.get(appAddress(path), { headers: { host }, maxRedirects: 0 });
      expect(response.status(), `${host}${path}`).toBe(404);
    }
  }
});

test("a forwarded host is not believed", async ({ request }) => {
  const headers = { "x-forwarded-host": "evil.example", "x-booking-base": "/evil" };
  const response = await request.get(appAddress("/harlow-and-vine"), { headers });
  expect(response.status()).toBe(404);
  expect(await response.text()).not.toContain("evil");
});

test("the addresses behind the booking pages cannot be asked for", async ({ request }) => {
  for (const path of [
    "/sites/harlow-and-vine",
    "/%73ites/harlow-and-vine",
    "/sites",
    "/SITES/harlow-and-vine",
  ]) {
    expect((await request.get(appAddress(path))).status(), path).toBe(404);
  }
});

test("what changes something is taken from our own pages only", async ({ request }) => {
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "same-site" },
    {},
  ];
  const paths = ["/sign-in/password", "/sign-out/now", "/harlow-and-vine/book/hold", "/api/trpc/x"];
  for (const path of paths) {
    for (const headers of foreign) {
      const response = await request.post(appAddress(path), { headers, maxRedirects: 0 });
      expect(response.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

test("what browsers get of the build holds no secret", async () => {
  const folders = [".next/static", "public/assets"];
  const secrets = ["AUTH_SECRET", "ENCRYPTION_KEY", "DATABASE_URL", "GOOGLE_CLIENT_SECRET", "RESEND_API_KEY"];
  const values = secrets.map((name) => process.env[name]).filter((value) => value && value.length > 8);
  const files = (await Promise.all(folders.map(filesIn))).flat();
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = await readFile(file, "utf8");
    for (const secret of [...secrets, ...values]) expect(text.includes(String(secret)), file).toBe(false);
  }
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(js|css|html|json|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
