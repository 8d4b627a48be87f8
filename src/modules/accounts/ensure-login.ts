import type { Sql } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";

/**
 * The login of an e-mail address (lower case), made without a password when there is none (A1, B3): its owner signs in by
 * link. An existing one keeps its name.
 */
export async function ensureLogin(
  { sql }: { sql: Sql },
  { email, name }: { email: string; name: string },
): Promise<{ userId: string; created: boolean }> {
  const [made] = await sql<{ id: string }>(
    "INSERT INTO users (id, email, name) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING RETURNING id",
    [newId(), email, name],
    "make_login",
  );
  if (made) return { userId: made.id, created: true };
  const [known] = await sql<{ id: string }>(
    "SELECT id FROM users WHERE email = $1",
    [email],
    "login_of_email",
  );
  if (!known) throw new Error("A login that exists cannot be read");
  return { userId: known.id, created: false };
}
