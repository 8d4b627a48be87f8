import type { PlatformContext } from "#database/tenant-context.ts";
import { hashLoginToken, newLoginToken } from "./rules/login-token.ts";
import { challengeMinutes } from "./rules/session-life.ts";

/** What a challenge of each kind remembers until it is answered. */
export type ChallengeData = {
  /** The first factor is proven; `next` is where to go on to, `tries` the answers so far, the rest for `openSession`. */
  second_factor: { next: string; tries: number; passkey?: string; onlyTenantId?: string | undefined };
  passkey_sign_in: { passkey: string };
  passkey_registration: { passkey: string };
};

export type ChallengeKind = keyof ChallengeData;

export type Challenge<Kind extends ChallengeKind> = { userId: string | null; data: ChallengeData[Kind] };

/** Remembers a question put to a browser, for ten minutes; returns the token by which the answer finds it again. */
export async function openChallenge<Kind extends ChallengeKind>(
  { sql, clock }: PlatformContext,
  kind: Kind,
  { userId, data }: Challenge<Kind>,
): Promise<string> {
  const now = clock.now();
  await sql("DELETE FROM login_challenge WHERE expires_at <= $1", [new Date(now)]);
  const { token, tokenHash } = newLoginToken();
  await sql(
    `INSERT INTO login_challenge (token_hash, user_id, kind, data, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [tokenHash, userId, kind, data, new Date(now), new Date(now + challengeMinutes * 60_000)],
  );
  return token;
}

type Open = Pick<PlatformContext, "sql" | "clock">;

/** A challenge that is still open, left as it is. */
export async function readChallenge<Kind extends ChallengeKind>(
  { sql, clock }: Open,
  kind: Kind,
  token: string,
): Promise<Challenge<Kind> | undefined> {
  const rows = await sql<Challenge<Kind>>(
    `SELECT user_id AS "userId", data FROM login_challenge WHERE token_hash = $1 AND kind = $2 AND expires_at > $3`,
    [hashLoginToken(token), kind, new Date(clock.now())],
  );
  return rows[0];
}

/** Closes a challenge: of two who answer it at once, one gets it. */
export async function takeChallenge<Kind extends ChallengeKind>(
  { sql, clock }: Open,
  kind: Kind,
  token: string,
): Promise<Challenge<Kind> | undefined> {
  const rows = await sql<Challenge<Kind>>(
    `DELETE FROM login_challenge WHERE token_hash = $1 AND kind = $2 AND expires_at > $3
     RETURNING user_id AS "userId", data`,
    [hashLoginToken(token), kind, new Date(clock.now())],
  );
  return rows[0];
}
