import type { PlatformContext } from "#database/tenant-context.ts";
import { hashLoginToken } from "./rules/login-token.ts";
import type { LinkPurpose } from "./schema.ts";

/** One statement decides: of two who use the same link at once, one gets a row. */
const consume = `
  UPDATE login_token SET consumed_at = $2
  WHERE token_hash = $1 AND purpose = $3 AND consumed_at IS NULL AND expires_at > $2
  RETURNING email`;

/** Uses up a link of an e-mail; the address that it was sent to, or undefined when it does not work (any more). */
export async function consumeLoginToken(
  { sql, clock }: Pick<PlatformContext, "sql" | "clock">,
  token: string,
  purpose: LinkPurpose,
): Promise<string | undefined> {
  const now = new Date(clock.now());
  const rows = await sql<{ email: string }>(consume, [hashLoginToken(token), now, purpose]);
  return rows[0]?.email;
}
