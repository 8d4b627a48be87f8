import { ok, type Result, refuse } from "#kernel/result.ts";
import { instantOf } from "#modules/customers/rules/instant-of.ts";
import { decodeCursor, encodeCursor } from "#modules/customers/rules/page-cursor.ts";
import type { AdminContext } from "./platform-context.ts";
import { likePattern } from "./rules/like-pattern.ts";
import type { ListLoginsInput, ListLoginsOutput } from "./schema.ts";

type Row = { id: string; email: string; name: string; disabled: boolean; createdAt: Date };

const page = `
  SELECT id, email, name, disabled_at IS NOT NULL AS disabled, created_at AS "createdAt" FROM users
  WHERE ($1::text IS NULL OR email ILIKE $1 OR name ILIKE $1) AND ($2::text IS NULL OR email > $2)
  ORDER BY email LIMIT $3`;

/** Everybody who can sign in, by e-mail address, found by a part of it or of the name (A8). */
export async function listLogins(
  ctx: AdminContext,
  input: ListLoginsInput,
): Promise<Result<ListLoginsOutput, "invalid">> {
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  if (after === null) return refuse("invalid", "This page does not exist: start from the first.");
  const asked = [likePattern(input.search), after?.name ?? null, input.limit + 1];
  const rows = await ctx.sql<Row>(page, asked, "list_logins");
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    logins: shown.map((row) => ({ ...row, createdAt: instantOf(row.createdAt) })),
    nextCursor: rows.length > input.limit && last ? encodeCursor({ name: last.email, id: last.id }) : null,
  });
}
