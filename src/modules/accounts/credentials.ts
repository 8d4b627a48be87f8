import { type PlatformContext, platformQuery } from "#database/tenant-context.ts";

/** What a password sign-in is checked against. This file alone reads `user_credential`. */
export type Credential = {
  userId: string;
  email: string;
  name: string;
  disabled: boolean;
  /** argon2id in the PHC format; null for a login that signs in by link or Google only. */
  passwordHash: string | null;
};

const selectCredential = `
  SELECT u.id AS "userId", u.email, u.name, u.disabled_at IS NOT NULL AS disabled, c.password_hash AS "passwordHash"
  FROM users u LEFT JOIN user_credential c ON c.user_id = u.id`;

export async function credentialOfEmail(email: string): Promise<Credential | undefined> {
  const rows = await platformQuery<Credential>(
    `${selectCredential} WHERE u.email = $1`,
    [email],
    "credential_of_email",
  );
  return rows[0];
}

export async function credentialOfUser(userId: string): Promise<Credential | undefined> {
  const rows = await platformQuery<Credential>(
    `${selectCredential} WHERE u.id = $1`,
    [userId],
    "credential_of_user",
  );
  return rows[0];
}

/** Sets or replaces a login's password hash. */
export async function storePasswordHash(ctx: PlatformContext, userId: string, hash: string): Promise<void> {
  const updatedAt = new Date(ctx.clock.now());
  await ctx.db.userCredential.upsert({
    where: { userId },
    create: { userId, passwordHash: hash, updatedAt },
    update: { passwordHash: hash, updatedAt },
  });
}
