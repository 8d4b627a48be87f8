import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { useDatabase } from "#testing/database.ts";
import { proxy } from "./proxy.ts";

const database = useDatabase();
const slug = "salon-with-domain";

beforeAll(async () => {
  const id = newId();
  await database.superuser.query(
    "INSERT INTO tenant (id, slug, name, time_zone, currency) VALUES ($1, $2, 'Salon', 'Europe/Berlin', 'EUR')",
    [id, slug],
  );
  await database.superuser.query("INSERT INTO host (name, business_id) VALUES ('salon.example', $1)", [id]);
});

/** A request as it arrives after its headers were settled. */
function ask(host: string, path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  const headers = { host, "x-forwarded-proto": "http", ...init.headers };
  return proxy(new NextRequest(`http://localhost:3000${path}`, { method: init.method ?? "GET", headers }));
}

const rewriteOf = (response: Response) => response.headers.get("x-middleware-rewrite");
const passedOn = (response: Response, name: string) =>
  response.headers.get(`x-middleware-request-${name}`) ?? null;

describe("the proxy", () => {
  it.each([
    ["localhost:3000", "/harbor", "/sites/harbor", "/harbor"],
    ["localhost:3000", "/harbor/book?service=cut", "/sites/harbor/book?service=cut", "/harbor"],
    ["harbor.localhost:3000", "/", "/sites/harbor", ""],
    ["harbor.localhost:3000", "/manage/token", "/sites/harbor/manage/token", ""],
    ["salon.example", "/book", `/sites/${slug}/book`, ""],
    ["SALON.example:8443", "/", `/sites/${slug}`, ""],
  ])("shows %s%s from %s with the base '%s'", async (host, path, target, base) => {
    const response = await ask(host, path);
    expect(rewriteOf(response)).toBe(`http://localhost:3000${target}`);
    expect(passedOn(response, "x-booking-base")).toBe(base);
  });

  it.each([
    ["evil.example", "/"],
    ["evil.example", "/harbor"],
    ["salon.example.evil.example", "/"],
    ["localhost:3000", "/sites/harbor"],
  ])("has nothing at %s%s", async (host, path) => {
    const response = await ask(host, path);
    expect(response.status).toBe(404);
    expect(rewriteOf(response)).toBeNull();
  });

  it("passes on a nonce of its own, the same that the policy names, and no base on its own pages", async () => {
    const headers = { "x-nonce": "known", "x-booking-base": "/other" };
    const response = await ask("localhost:3000", "/sign-in", { headers });
    const nonce = passedOn(response, "x-nonce");
    expect(nonce).not.toBe("known");
    expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(passedOn(response, "x-booking-base")).toBeNull();
  });

  it("asks browsers to keep to https where it is used, and only there", async () => {
    expect((await ask("localhost:3000", "/")).headers.get("strict-transport-security")).toBeNull();
    const secure = await ask("localhost:3000", "/", { headers: { "x-forwarded-proto": "https" } });
    expect(secure.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  it("takes changes from the page's own origin, on every kind of host", async () => {
    for (const host of ["localhost:3000", "harbor.localhost:3000", "salon.example"]) {
      const path = "/harbor/book/hold";
      const own = await ask(host, path, { method: "POST", headers: { origin: `https://${host}` } });
      expect(own.status, host).toBe(200);
      const foreign = await ask(host, path, { method: "POST", headers: { origin: "https://evil.example" } });
      expect(foreign.status, host).toBe(403);
    }
  });
});
