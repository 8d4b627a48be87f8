import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { platformQuery } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";

/** What is counted apart: guessing passwords must not use up the links that a locked-out owner needs. */
export type AttemptKind = "password" | "link";

type Limit = { points: number; duration: number };

const minutes = 60;

/** Attempts within a time (seconds), per account and per address. Only failed passwords count; every link does. */
const limits: Record<AttemptKind, { account: Limit; address: Limit }> = {
  password: {
    account: { points: 10, duration: 15 * minutes },
    address: { points: 40, duration: 15 * minutes },
  },
  link: { account: { points: 5, duration: 15 * minutes }, address: { points: 20, duration: 60 * minutes } },
};

/** The store wants a client with `query`; ours goes to the application's pool, outside any transaction. */
const storeClient = {
  async query(config: { text: string; values: unknown[]; name: string }) {
    const rows = await platformQuery(config.text, config.values, config.name);
    return { rows, rowCount: rows.length };
  },
};

const limiters = {
  password: limiterPair("password"),
  link: limiterPair("link"),
};

function limiterPair(kind: AttemptKind) {
  return { account: limiter(kind, "account"), address: limiter(kind, "address") };
}

function limiter(kind: AttemptKind, per: "account" | "address"): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "throttle",
    tableCreated: true,
    keyPrefix: `${kind}-${per}`,
    ...limits[kind][per],
  });
}

/** Counts an attempt; returns the refusal, with the seconds to wait, once there were too many (row O). */
export async function countAttempt(
  kind: AttemptKind,
  email: string,
  address: string,
): Promise<Refused<"rateLimited"> | null> {
  const { account, address: byAddress } = limiters[kind];
  const results = await Promise.allSettled([
    account.consume(keyOf(email)),
    byAddress.consume(keyOf(address)),
  ]);
  const waits = results
    .filter((result) => result.status === "rejected")
    .map((result) => waitOf(result.reason));
  if (waits.length === 0) return null;
  return tooMany(Math.max(...waits));
}

/** After a success: the account's count starts anew and the address gets its attempt back. */
export async function forgiveAttempts(kind: AttemptKind, email: string, address: string): Promise<void> {
  const { account, address: byAddress } = limiters[kind];
  await Promise.all([account.delete(keyOf(email)), byAddress.reward(keyOf(address), 1)]);
}

/** The refusal of an attempt; `details.retryAfterSeconds` says how long to wait. */
export function tooMany(retryAfterSeconds: number): Refused<"rateLimited"> {
  const wait = Math.ceil(retryAfterSeconds / 60);
  const words = wait <= 1 ? "a minute" : `${wait} minutes`;
  return refuse("rateLimited", `Too many attempts. Try again in ${words}.`, { retryAfterSeconds });
}

function waitOf(reason: unknown): number {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
}

/** Neither e-mail addresses nor network addresses are stored. */
function keyOf(value: string): string {
  return createHash("sha256").update(value).digest("base64url");
}
