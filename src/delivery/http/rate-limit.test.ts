import { describe, expect, it } from "vitest";
import { createRateLimiter } from "./rate-limit.ts";

describe("the limit of public endpoints", () => {
  it("lets an address make so many requests a minute and says how many are left", async () => {
    const limiter = createRateLimiter(2);
    expect((await limiter.take("a")).headers).toMatchObject({
      "RateLimit-Limit": "2",
      "RateLimit-Remaining": "1",
    });
    expect((await limiter.take("a")).allowed).toBe(true);
    const refused = await limiter.take("a");
    expect(refused.allowed).toBe(false);
    expect(refused.headers).toMatchObject({ "RateLimit-Remaining": "0" });
    expect(Number(refused.headers["Retry-After"])).toBeGreaterThan(0);
    expect(Number(refused.headers["Retry-After"])).toBeLessThanOrEqual(60);
  });

  it("counts each address for itself", async () => {
    const limiter = createRateLimiter(1);
    await limiter.take("a");
    expect((await limiter.take("b")).allowed).toBe(true);
  });

  it("is off at 0", async () => {
    const limiter = createRateLimiter(0);
    for (let request = 0; request < 1000; request++) await limiter.take("a");
    expect(await limiter.take("a")).toEqual({ allowed: true, headers: {} });
  });
});
