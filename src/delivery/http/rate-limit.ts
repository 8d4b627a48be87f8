import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "#env.ts";

/** What a public endpoint answers with: whether to go on, and the headers that tell the caller where they stand. */
export type RateVerdict = { allowed: boolean; headers: Record<string, string> };

export type RateLimiter = {
  /** Counts one request from `address` (settled, see settle-headers.ts). */
  take(address: string): Promise<RateVerdict>;
};

const unlimited: RateLimiter = { take: async () => ({ allowed: true, headers: {} }) };

/** Counts requests per address and minute in this process's memory; `perMinute` of 0 means no limit. */
export function createRateLimiter(perMinute: number): RateLimiter {
  if (perMinute === 0) return unlimited;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async take(address) {
      try {
        return { allowed: true, headers: standing(perMinute, await limiter.consume(address)) };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const headers = standing(perMinute, refusal);
        return { allowed: false, headers: { ...headers, "Retry-After": headers["RateLimit-Reset"] ?? "60" } };
      }
    },
  };
}

function standing(perMinute: number, state: RateLimiterRes): Record<string, string> {
  return {
    "RateLimit-Limit": String(perMinute),
    "RateLimit-Remaining": String(state.remainingPoints),
    "RateLimit-Reset": String(Math.max(1, Math.ceil(state.msBeforeNext / 1000))),
  };
}

const shared = globalThis as typeof globalThis & { slotkeeperRateLimiter?: RateLimiter };

/** The limit that all public endpoints of this process share (RATE_LIMIT_PER_MINUTE per address). */
export function publicRateLimiter(): RateLimiter {
  shared.slotkeeperRateLimiter ??= createRateLimiter(env.RATE_LIMIT_PER_MINUTE);
  return shared.slotkeeperRateLimiter;
}
