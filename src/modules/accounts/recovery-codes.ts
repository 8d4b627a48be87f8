import type { PlatformContext } from "#database/tenant-context.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./rules/recovery-codes.ts";
import { needsSecondFactor, secondFactorsOf } from "./second-factors.ts";

/** New codes in place of all former ones; this is the only time that they can be read. */
export async function replaceRecoveryCodes({ db }: PlatformContext, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashRecoveryCode(code) })),
  });
  return codes;
}

/** The codes that come with a login's first second factor; null when it has had some already. */
export async function firstRecoveryCodes(ctx: PlatformContext, userId: string): Promise<string[] | null> {
  const { recoveryCodes } = await secondFactorsOf(ctx, userId);
  return recoveryCodes > 0 ? null : replaceRecoveryCodes(ctx, userId);
}

/** Without a second factor there is nothing that the codes could stand in for. */
export async function dropIdleRecoveryCodes(ctx: PlatformContext, userId: string): Promise<void> {
  if (needsSecondFactor(await secondFactorsOf(ctx, userId))) return;
  await ctx.db.recoveryCode.deleteMany({ where: { userId } });
}

/** Whether a code is one of the login's, used up by it: of two who use one at once, one gets in. */
export async function spendRecoveryCode(
  { sql, clock }: PlatformContext,
  userId: string,
  code: string,
): Promise<boolean> {
  const rows = await sql(
    `UPDATE recovery_code SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL
     RETURNING user_id`,
    [userId, hashRecoveryCode(code), new Date(clock.now())],
  );
  return rows.length > 0;
}
