import type { PlatformContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { openText, sealText } from "#kernel/sealed-text.ts";
import { challengeMinutes } from "./rules/session-life.ts";
import { stepOfCode } from "./rules/totp.ts";

// This file alone reads `totp_secret`.

/** Keeps a secret that does not count yet; false when the login has one that counts. */
export async function storeTotpSecret(
  { sql, clock }: PlatformContext,
  userId: string,
  secret: string,
): Promise<boolean> {
  const rows = await sql(
    `INSERT INTO totp_secret (user_id, secret, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET secret = EXCLUDED.secret, created_at = EXCLUDED.created_at
     WHERE totp_secret.confirmed_at IS NULL
     RETURNING user_id`,
    [userId, sealText(secret, env.ENCRYPTION_KEYS), new Date(clock.now())],
  );
  return rows.length > 0;
}

/** Lets a new secret count once its first code is right, within ten minutes. */
export async function confirmTotpSecret(
  ctx: PlatformContext,
  userId: string,
  code: string,
): Promise<boolean> {
  const now = ctx.clock.now();
  const since = new Date(now - challengeMinutes * 60_000);
  const step = await stepOf(ctx, "confirmed_at IS NULL AND created_at > $2", [userId, since], code);
  if (step === null) return false;
  const rows = await ctx.sql(
    `UPDATE totp_secret SET confirmed_at = $2, last_step = $3 WHERE user_id = $1 AND confirmed_at IS NULL
     RETURNING user_id`,
    [userId, new Date(now), step],
  );
  return rows.length > 0;
}

/** Whether a code is right, used up by it: no code counts twice, nor an older one after it (row O). */
export async function spendTotpCode(ctx: PlatformContext, userId: string, code: string): Promise<boolean> {
  const step = await stepOf(ctx, "confirmed_at IS NOT NULL", [userId], code);
  if (step === null) return false;
  const rows = await ctx.sql(
    `UPDATE totp_secret SET last_step = $2 WHERE user_id = $1 AND confirmed_at IS NOT NULL
     AND (last_step IS NULL OR last_step < $2) RETURNING user_id`,
    [userId, step],
  );
  return rows.length > 0;
}

async function stepOf(
  { sql, clock }: PlatformContext,
  condition: string,
  values: unknown[],
  code: string,
): Promise<number | null> {
  const rows = await sql<{ secret: string }>(
    `SELECT secret FROM totp_secret WHERE user_id = $1 AND ${condition}`,
    values,
  );
  const sealed = rows[0]?.secret;
  return sealed ? stepOfCode(openText(sealed, env.ENCRYPTION_KEYS), code, clock.now()) : null;
}
