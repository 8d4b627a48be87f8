import type { Sql } from "#database/tenant-context.ts";
import type { LoginChange } from "./schema.ts";

/** Has the owner of a login told by e-mail what was changed, in the transaction that changes it (row O). */
export async function tellOwner({ sql }: { sql: Sql }, userId: string, change: LoginChange): Promise<void> {
  await sql(
    "SELECT enqueue('send-login-notice', jsonb_build_object('userId', $1::text, 'change', $2::text))",
    [userId, change],
    "tell_owner",
  );
}
