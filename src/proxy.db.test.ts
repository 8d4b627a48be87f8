import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { newId } from "#kernel/ids.ts";
import { useDatabase } from "#testing/database.ts";
import { proxy } from "./proxy.ts";

const database = useDatabase();

type Business = { mode?: string; custom?: string; site?: string; former?: string };

/** A business with its hosts and the address that it had before. */
async function aBusiness(slug: string, { mode = "standalone", custom, site, former }: Business = {}) {
  const id = newId();
  const { superuser } = database;
  await superuser.query(
    "INSERT INTO tenant (id, slug, mode, name, time_zone, currency) VALUES ($1, $2, $3, 'Salon', 'UTC', 'EUR')",
    [id, slug, mode],
  );
  const host = "INSERT INTO host (name, business_id, kind) VALUES ($1, $2, $3)";
  if (custom) await superuser.query(host, [custom, id, "custom"]);
  if (site) await superuser.query(host, [site, id, "site"]);
  if (former)
    await superuser.query("INSERT INTO former_slug (slug, business_id) VALUES ($1, $2)", [former, id]);
}

beforeAll(async () => {
  await aBusiness("harbor", { former: "old-harbor" });
  await aBusiness("domain", { custom: "salon.example", former: "old-domain" });
  await aBusiness("site", {
    mode: "integrated",
    site: "salon.builder.example",
    custom: "own.example",
    former: "old-site",
  });
  await aBusiness("both", { mode: "hybrid", site: "both.builder.example", custom: "both.example" });
  await aBusiness("moved", { site: "moved.builder.example" });
  await aBusiness("siteless", { mode: "integrated" });
});

/** A request as it arrives after its headers were settled. */
function ask(host: string, path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  const headers = { host, "x-forwarded-proto": "http", ...init.headers };
  return proxy(new NextRequest(`http://localhost:3000${path}`, { method: init.method ?? "GET", headers }));
}

const rewriteOf = (response: Response) =>
  response.headers.get("x-middleware-rewrite")?.replace("http://localhost:3000", "") ?? null;
const passedOn = (response: Response, name: string) =>
  response.headers.get(`x-middleware-request-${name}`) ?? null;

describe("the proxy", () => {
  it.each([
    ["localhost:3000", "/harbor", "/sites/harbor", "/harbor"],
    ["localhost:3000", "/harbor/book?service=cut", "/sites/harbor/book?service=cut", "/harbor"],
    ["harbor.localhost:3000", "/", "/sites/harbor", ""],
    ["harbor.localhost:3000", "/manage/token", "/sites/harbor/manage/token", ""],
    ["salon.example", "/book", "/sites/domain/book", ""],
    ["SALON.example:8443", "/", "/sites/domain", ""],
    ["localhost:3000", "/domain/book", "/sites/domain/book", "/domain"],
    ["salon.builder.example", "/book", "/sites/site", "/book"],
    ["salon.builder.example", "/book/book?service=cut", "/sites/site/book?service=cut", "/book"],
    ["salon.builder.example", "/book/manage/token", "/sites/site/manage/token", "/book"],
    ["both.builder.example", "/book/booked/token", "/sites/both/booked/token", "/book"],
    ["both.example", "/book", "/sites/both/book", ""],
    ["siteless.localhost:3000", "/", "/sites/siteless", ""],
    ["nobody.localhost:3000", "/", "/sites/nobody", ""],
  ])("shows %s%s from %s with the base '%s'", async (host, path, target, base) => {
    const response = await ask(host, path);
    expect(rewriteOf(response)).toBe(target);
    expect(passedOn(response, internalHeaders.bookingBase)).toBe(base);
  });

  it("says whose pages they are, and believes nobody else about it", async () => {
    const headers = { [internalHeaders.business]: '{"slug":"harbor"}' };
    const response = await ask("salon.example", "/", { headers });
    const business = passedOn(response, internalHeaders.business);
    expect(JSON.parse(business ?? "null")).toMatchObject({ slug: "domain", customHost: "salon.example" });
    const unknown = await ask("nobody.localhost", "/", { headers });
    expect(passedOn(unknown, internalHeaders.business)).toBeNull();
    const page = await ask("localhost:3000", "/sign-in", { headers });
    expect(passedOn(page, internalHeaders.business)).toBeNull();
  });

  it.each([
    ["evil.example", "/"],
    ["evil.example", "/harbor"],
    ["evil.example", "/assets/booking.js"],
    ["salon.example.evil.example", "/"],
    ["localhost:3000", "/sites/harbor"],
    ["salon.builder.example", "/"],
    ["salon.builder.example", "/bookings"],
    ["salon.builder.example", "/site/book"],
    ["salon.builder.example", "/dashboard"],
    ["salon.builder.example", "/sign-in"],
    ["salon.builder.example", "/api/trpc/business.read"],
    ["salon.builder.example", "/assets/booking.js"],
    ["salon.builder.example", "/sites/site"],
    ["other.builder.example", "/book"],
  ])("has nothing at %s%s", async (host, path) => {
    const response = await ask(host, path);
    expect(response.status).toBe(404);
    expect(rewriteOf(response)).toBeNull();
  });

  it("has nothing for who speaks of another host than the one that was asked", async () => {
    const headers = { [internalHeaders.forgedHost]: "1" };
    expect((await ask("salon.example", "/", { headers })).status).toBe(404);
    expect((await ask("localhost:3000", "/dashboard", { headers })).status).toBe(404);
  });

  it("finds files at the root, and of a site below /book", async () => {
    const plain = await ask("harbor.localhost", "/assets/booking.js");
    expect([rewriteOf(plain), plain.headers.get("content-security-policy")]).toEqual([null, null]);
    expect(rewriteOf(await ask("salon.builder.example", "/book/assets/booking.js"))).toBe(
      "/assets/booking.js",
    );
    expect(rewriteOf(await ask("salon.builder.example", "/book/demo/a/b.svg"))).toBe("/demo/a/b.svg");
    expect(rewriteOf(await ask("localhost:3000", "/harbor/assets/x.js"))).toBe("/sites/harbor/assets/x.js");
  });
});

describe("who arrives at another address of a business", () => {
  it.each([
    ["domain.localhost:3000", "/book?service=cut", "http://salon.example:3000/book?service=cut"],
    ["old-domain.localhost:3000", "/", "http://salon.example:3000/"],
    ["old-harbor.localhost:3000", "/manage/token", "http://harbor.localhost:3000/manage/token"],
    [
      "localhost:3000",
      "/old-harbor/manage/token?done=moved",
      "http://localhost:3000/harbor/manage/token?done=moved",
    ],
    ["localhost:3000", "/old-harbor", "http://localhost:3000/harbor"],
    ["site.localhost:3000", "/", "https://salon.builder.example/book"],
    ["site.localhost:3000", "/manage/token", "https://salon.builder.example/book/manage/token"],
    ["own.example", "/book?service=cut", "https://salon.builder.example/book/book?service=cut"],
    ["localhost:3000", "/site/book", "https://salon.builder.example/book/book"],
    ["localhost:3000", "/old-site", "https://salon.builder.example/book"],
    ["moved.builder.example", "/book", "http://moved.localhost:3000/"],
    ["moved.builder.example", "/book/manage/token", "http://moved.localhost:3000/manage/token"],
    ["both.localhost:3000", "/book", "http://both.example:3000/book"],
  ])("%s%s is led to %s, for now", async (host, path, target) => {
    const response = await ask(host, path);
    expect([response.status, response.headers.get("location")]).toEqual([307, target]);
    expect(response.headers.get("cache-control")).toContain("no-store");
  });

  it.each([
    ["follows a link of the page", { "sec-fetch-site": "same-origin" }],
    ["follows one in a browser that does not say so", { referer: "http://domain.localhost:3000/book" }],
    ["is on a page that asks for the next one", { accept: "application/vnd.slotkeeper+json" }],
  ])("stays when they %s", async (_, headers) => {
    const response = await ask("domain.localhost:3000", "/book/details", { headers });
    expect(rewriteOf(response)).toBe("/sites/domain/book/details");
  });

  it("may finish what they began there: forms are taken where they are", async () => {
    const headers = { origin: "http://domain.localhost:3000" };
    const response = await ask("domain.localhost:3000", "/book/hold", { method: "POST", headers });
    expect(rewriteOf(response)).toBe("/sites/domain/book/hold");
  });
});

describe("what the proxy adds", () => {
  it("is a nonce of its own, the same that the policy names, and no base on its own pages", async () => {
    const headers = { "x-nonce": "known", "x-booking-base": "/other" };
    const response = await ask("localhost:3000", "/sign-in", { headers });
    const nonce = passedOn(response, "x-nonce");
    expect(nonce).not.toBe("known");
    expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(passedOn(response, "x-booking-base")).toBeNull();
  });

  it("asks browsers to keep to https where it is used, but not of a website builder's host", async () => {
    const https = { headers: { "x-forwarded-proto": "https" } };
    const strict = async (...asked: Parameters<typeof ask>) =>
      (await ask(...asked)).headers.get("strict-transport-security");
    expect(await strict("localhost:3000", "/")).toBeNull();
    expect(await strict("localhost:3000", "/", https)).toBe("max-age=31536000");
    expect(await strict("salon.example", "/", https)).toBe("max-age=31536000");
    expect(await strict("salon.builder.example", "/book", https)).toBeNull();
  });

  it("is a refusal of changes from other origins, on every kind of host", async () => {
    const hosts = ["localhost:3000", "harbor.localhost:3000", "salon.example", "salon.builder.example"];
    for (const host of hosts) {
      const path = host === "localhost:3000" ? "/harbor/book/hold" : "/book/hold";
      const own = await ask(host, path, { method: "POST", headers: { origin: `https://${host}` } });
      expect(own.status, host).toBe(200);
      const foreign = await ask(host, path, { method: "POST", headers: { origin: "https://evil.example" } });
      expect(foreign.status, host).toBe(403);
    }
  });
});
