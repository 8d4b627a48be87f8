import { ok, type Result, refuse } from "#kernel/result.ts";
import { instantOf } from "#modules/customers/rules/instant-of.ts";
import type { AdminContext } from "./platform-context.ts";
import type { LoginFile, LoginId } from "./schema.ts";

type Row = Omit<LoginFile, "businesses" | "createdAt"> & { createdAt: Date };

const login = `
  SELECT u.id, u.email, u.name, u.disabled_at IS NOT NULL AS disabled, u.created_at AS "createdAt",
    EXISTS (SELECT FROM platform_admin p WHERE p.user_id = u.id) AS "isPlatformAdmin",
    EXISTS (SELECT FROM totp_secret t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT FROM passkey k WHERE k.user_id = u.id) AS "hasSecondFactor",
    (SELECT count(*)::int FROM login_session s
     WHERE s.user_id = u.id AND s.revoked_at IS NULL AND s.expires_at > $2) AS sessions
  FROM users u WHERE u.id = $1`;

/** Somebody who can sign in, and the businesses they belong to (A8). */
export async function readLogin(
  ctx: AdminContext,
  { userId }: LoginId,
): Promise<Result<LoginFile, "notFound">> {
  const [row] = await ctx.sql<Row>(login, [userId, new Date(ctx.clock.now())], "read_login");
  if (!row) return refuse("notFound", "There is no such login.");
  const businesses = await ctx.sql<LoginFile["businesses"][number]>(
    "SELECT id, name, slug, role, status FROM businesses_of($1)",
    [userId],
    "businesses_of_login",
  );
  return ok({ ...row, createdAt: instantOf(row.createdAt), businesses });
}
