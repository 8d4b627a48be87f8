import { describe, expect, it } from "vitest";
import { createRateLimiter, type RateLimiter } from "#delivery/http/rate-limit.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { answerAsk } from "./answer-ask.ts";

useDatabase();

function ask(domain: string, from = "127.0.0.1"): Promise<Response> {
  const address = `http://localhost/api/domains/ask?domain=${encodeURIComponent(domain)}`;
  return answerAsk(new Request(address, { headers: { [internalHeaders.clientAddress]: from } }));
}

describe("a reverse proxy that asks before it makes a certificate", () => {
  it("is told yes of a business's subdomain, and no of all that is not served", async () => {
    await aShop({ slug: "certain" });
    expect((await ask("certain.localhost")).status).toBe(200);
    for (const domain of ["uncertain.localhost", "evil.example", "", "x".repeat(400), "' OR 1=1"]) {
      expect((await ask(domain)).status, domain).toBe(404);
    }
  });

  it("may ask as often as it wants; strangers hear when it was too often", async () => {
    const shared = globalThis as typeof globalThis & { slotkeeperRateLimiter?: RateLimiter | undefined };
    const usual = shared.slotkeeperRateLimiter;
    shared.slotkeeperRateLimiter = createRateLimiter(1);
    const statuses = async (from: string) => [(await ask("", from)).status, (await ask("", from)).status];
    expect(await statuses("127.0.0.1")).toEqual([404, 404]);
    expect(await statuses("203.0.113.9")).toEqual([404, 429]);
    shared.slotkeeperRateLimiter = usual;
  });
});
