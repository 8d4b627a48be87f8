import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { serveRest } from "./serve-rest.ts";

describe("the public API on Node's server", () => {
  const database = useDatabase();
  let server: Server;
  let url = "";

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (!serveRest(request, response)) response.writeHead(418).end("somebody else's");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const post = (slug: string, body: string) =>
    fetch(`${url}/api/booking/v1/${slug}/appointments`, { method: "POST", body });

  it("answers its own addresses and leaves the others alone", async () => {
    const shop = await aShop();
    const services = await fetch(`${url}/api/booking/v1/${shop.slug}/services`);
    expect(services.status).toBe(200);
    expect(services.headers.get("content-type")).toContain("application/json");
    expect((await services.json()).services).toHaveLength(1);
    expect((await fetch(`${url}/dashboard`)).status).toBe(418);
  });

  it("reads bodies, and says when one is too long", async () => {
    const shop = await aShop();
    const incomplete = await post(shop.slug, JSON.stringify({ service_id: shop.service.id }));
    expect([incomplete.status, (await incomplete.json()).error.code]).toEqual([400, "invalid_request"]);
    const long = await post(shop.slug, JSON.stringify({ notes: "x".repeat(500_000) }));
    expect([long.status, (await long.json()).error.message]).toEqual([
      413,
      "The request is larger than 64 KB.",
    ]);
  });

  it("has nothing on hosts that are nobody's, nor on a site beside its /book", async () => {
    const shop = await aShop();
    const insert = "INSERT INTO host (name, business_id, kind) VALUES ($1, $2, $3)";
    await database.superuser.query(insert, ["api.salon.example", shop.tenantId, "custom"]);
    await database.superuser.query(insert, ["api.builder.example", shop.tenantId, "site"]);
    const path = `/api/booking/v1/${shop.slug}/services`;
    const statusOn = (host: string) =>
      new Promise((resolve, reject) => {
        const { port } = new URL(url);
        get({ port, path, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).once("error", reject);
      });
    expect(await statusOn("localhost")).toBe(200);
    expect(await statusOn(`${shop.slug}.localhost`)).toBe(200);
    expect(await statusOn("api.salon.example")).toBe(200);
    for (const host of ["evil.example", "api.builder.example", "dashboard.localhost"]) {
      expect(await statusOn(host), host).toBe(404);
    }
  });

  it("answers preflights without a body", async () => {
    const shop = await aShop();
    const response = await fetch(`${url}/api/booking/v1/${shop.slug}/appointments`, { method: "OPTIONS" });
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });
});
