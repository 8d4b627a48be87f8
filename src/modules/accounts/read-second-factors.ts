import type { PlatformContext } from "#database/tenant-context.ts";
import { credentialOfUser } from "./credentials.ts";
import { passkeysAvailable } from "./relying-party.ts";
import { secondFactorsOf } from "./second-factors.ts";

export type PasskeyView = { id: string; name: string; addedAt: string; lastUsedAt: string | null };

export type SecondFactorsView = {
  totp: boolean;
  passkeys: PasskeyView[];
  /** How many are left. */
  recoveryCodes: number;
  /** Whether the login can be proven again by a password, or by a fresh sign-in only. */
  hasPassword: boolean;
  /** Browsers allow passkeys over https, and on this machine. */
  passkeysAvailable: boolean;
};

/** What a login proves itself with besides its first factor, for its owner (row O). */
export async function readSecondFactors(
  ctx: PlatformContext,
  { userId }: { userId: string },
): Promise<SecondFactorsView> {
  const { totp, recoveryCodes } = await secondFactorsOf(ctx, userId);
  const rows = await ctx.db.passkey.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
  const passkeys = rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    addedAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
  const hasPassword = Boolean((await credentialOfUser(userId))?.passwordHash);
  return { totp, passkeys, recoveryCodes, hasPassword, passkeysAvailable: passkeysAvailable() };
}
