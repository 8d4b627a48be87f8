import { type PlatformContext, platformQuery } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { hashLoginToken, newLoginToken } from "./rules/login-token.ts";
import { knownSince } from "./rules/session-life.ts";

/** Logins that one browser is known for, as at a reception; and browsers that one login has. */
const loginsPerBrowser = 5;
const browsersPerLogin = 20;

const find = `
  SELECT d.token_hash AS "tokenHash" FROM known_device d JOIN users u ON u.id = d.user_id
  WHERE u.email = $1 AND d.token_hash = ANY ($2) AND d.last_used_at > $3`;

/**
 * Whether a login has signed in on this browser before, as the hash of the token that says so (row O). Asks the same
 * about addresses without a login.
 */
export async function findKnownDevice(
  email: string,
  devices: readonly string[] = [],
  clock: Clock = systemClock,
): Promise<string | null> {
  if (devices.length === 0) return null;
  const hashes = devices.slice(0, loginsPerBrowser).map(hashLoginToken);
  const rows = await platformQuery<{ tokenHash: string }>(
    find,
    [email, hashes, knownSince(clock.now())],
    "known_device",
  );
  return rows[0]?.tokenHash ?? null;
}

const forget = `
  DELETE FROM known_device WHERE user_id = $1 AND (last_used_at <= $3 OR token_hash = ANY ($2)
    OR token_hash IN (SELECT token_hash FROM known_device WHERE user_id = $1
      ORDER BY last_used_at DESC OFFSET ${browsersPerLogin - 1}))
  RETURNING token_hash AS "tokenHash"`;

/**
 * Remembers the browser in which a login has signed in, by a new token each time; those of the browser's other logins
 * stay. Answers with all tokens that the browser is to keep.
 */
export async function renewKnownDevice(
  ctx: PlatformContext,
  userId: string,
  devices: readonly string[] = [],
): Promise<string[]> {
  const now = ctx.clock.now();
  const hashes = devices.map(hashLoginToken);
  const gone = await ctx.sql<{ tokenHash: string }>(forget, [userId, hashes, knownSince(now)]);
  const replaced = new Set(gone.map(({ tokenHash }) => tokenHash));
  const { token, tokenHash } = newLoginToken();
  const at = new Date(now);
  await ctx.db.knownDevice.create({ data: { tokenHash, userId, createdAt: at, lastUsedAt: at } });
  const others = devices.filter((device) => !replaced.has(hashLoginToken(device)));
  return [token, ...others].slice(0, loginsPerBrowser);
}
