import type { Sql } from "#database/tenant-context.ts";

/** What a login has besides its first factor. Recovery codes stand in for one that is lost, and are none themselves. */
export type SecondFactors = { totp: boolean; passkeys: number; recoveryCodes: number };

const select = `
  SELECT EXISTS (SELECT FROM totp_secret WHERE user_id = $1 AND confirmed_at IS NOT NULL) AS totp,
    (SELECT count(*)::int FROM passkey WHERE user_id = $1) AS passkeys,
    (SELECT count(*)::int FROM recovery_code WHERE user_id = $1 AND used_at IS NULL) AS "recoveryCodes"`;

export async function secondFactorsOf({ sql }: { sql: Sql }, userId: string): Promise<SecondFactors> {
  const rows = await sql<SecondFactors>(select, [userId], "second_factors");
  return rows[0] ?? { totp: false, passkeys: 0, recoveryCodes: 0 };
}

/** Whether a sign-in of the login has to be proven a second time (row O). */
export function needsSecondFactor({ totp, passkeys }: SecondFactors): boolean {
  return totp || passkeys > 0;
}
