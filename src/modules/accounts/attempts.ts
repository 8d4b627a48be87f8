import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { platformQuery } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";

/**
 * What is counted apart: guessing passwords must not use up the links that an owner needs meanwhile, nor the codes of a
 * second factor.
 */
export type AttemptKind = "password" | "link" | "code" | "passkey";

/** Who tries. */
export type Attempt = {
  /** The e-mail address or id of the login; also of one that does not exist. */
  account: string;
  /** The network address. */
  address: string;
  /** What the login is known by in this browser: a device that it has signed in on before, or its session. */
  device: string | null;
};

const minute = 60;

type Limit = { points: number; duration: number };

/**
 * Attempts within a time (seconds). Whoever comes from a browser that the login is known in has a budget of their own,
 * which nobody else can use up; all others share the account's, and have that of their network address (row O).
 *
 * Passwords of an account: an hour touches at most five of the quarters, so at most 100 are checked in any hour, from
 * whatever number of addresses. Links are not limited by account here: who asks is answered alike, and mintLoginLink
 * decides what is mailed.
 */
const limits: Record<AttemptKind, { account: Limit | null; address: Limit; device: Limit }> = {
  password: {
    account: { points: 20, duration: 15 * minute },
    address: { points: 40, duration: 15 * minute },
    device: { points: 10, duration: 15 * minute },
  },
  link: {
    account: null,
    address: { points: 20, duration: 60 * minute },
    device: { points: 10, duration: 60 * minute },
  },
  code: {
    account: { points: 10, duration: 60 * minute },
    address: { points: 20, duration: 60 * minute },
    device: { points: 10, duration: 60 * minute },
  },
  passkey: {
    account: null,
    address: { points: 60, duration: 15 * minute },
    device: { points: 60, duration: 15 * minute },
  },
};

/** The store wants a client with `query`; ours goes to the application's pool, outside any transaction. */
const storeClient = {
  async query(config: { text: string; values: unknown[]; name: string }) {
    const rows = await platformQuery(config.text, config.values, config.name);
    return { rows, rowCount: rows.length };
  },
};

const limiters = new Map<string, RateLimiterPostgres>();

/** Once a key is used up, this process refuses it from memory: an attack costs the database nothing more. */
function limiter(kind: AttemptKind, per: "account" | "address" | "device"): RateLimiterPostgres | null {
  const limit = limits[kind][per];
  if (!limit) return null;
  const keyPrefix = `${kind}-${per}`;
  const known = limiters.get(keyPrefix);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "throttle",
    tableCreated: true,
    keyPrefix,
    inMemoryBlockOnConsumed: limit.points + 1,
    ...limit,
  });
  limiters.set(keyPrefix, made);
  return made;
}

/** The counts that an attempt is in, in the order in which they are asked. */
function countsOf(kind: AttemptKind, { account, address, device }: Attempt) {
  const counts =
    device === null
      ? ([
          ["address", address],
          ["account", account],
        ] as const)
      : ([["device", `${account} ${device}`]] as const);
  return counts.map(([per, value]) => ({ limiter: limiter(kind, per), key: keyOf(value) }));
}

/**
 * Counts an attempt; returns the refusal, with the seconds to wait, once there were too many (row O). One that its
 * network address has too many of does not count for the account.
 */
export async function countAttempt(
  kind: AttemptKind,
  attempt: Attempt,
): Promise<Refused<"rateLimited"> | null> {
  for (const { limiter, key } of countsOf(kind, attempt)) {
    try {
      await limiter?.consume(key);
    } catch (reason) {
      return tooMany(waitOf(reason));
    }
  }
  return null;
}

/** After a success: the attempt did not count. What others tried stays counted. */
export async function forgiveAttempt(kind: AttemptKind, attempt: Attempt): Promise<void> {
  await Promise.all(countsOf(kind, attempt).map(({ limiter, key }) => limiter?.reward(key, 1)));
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
