import { ok, type Result, refuse } from "#kernel/result.ts";
import { instantOf } from "#modules/customers/rules/instant-of.ts";
import { decodeCursor, encodeCursor } from "#modules/customers/rules/page-cursor.ts";
import type { AdminContext } from "./platform-context.ts";
import { likePattern } from "./rules/like-pattern.ts";
import type { BusinessSummary, ListBusinessesInput, ListBusinessesOutput } from "./schema.ts";

type Row = {
  id: string;
  slug: string;
  name: string;
  mode: BusinessSummary["mode"];
  status: BusinessSummary["status"];
  suspended_by: string | null;
  created_at: Date;
  plan_id: string | null;
  billed_by: string | null;
  subscription_status: string | null;
  owner_name: string | null;
  owner_email: string | null;
};

/** The businesses of this installation by name, page by page; deleted ones only when they are asked for (A8). */
export async function listBusinesses(
  ctx: AdminContext,
  input: ListBusinessesInput,
): Promise<Result<ListBusinessesOutput, "invalid">> {
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  if (after === null) return refuse("invalid", "This page does not exist: start from the first.");
  const narrowed = [
    likePattern(input.search),
    input.status ?? null,
    input.mode ?? null,
    input.planId ?? null,
  ];
  const rows = await ctx.sql<Row>(
    "SELECT * FROM search_businesses($1, $2, $3, $4, $5, $6, $7)",
    [...narrowed, after?.name ?? null, after?.id ?? null, input.limit + 1],
    "search_businesses",
  );
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    businesses: shown.map(summaryOf),
    nextCursor: rows.length > input.limit && last ? encodeCursor(last) : null,
  });
}

function summaryOf(row: Row): BusinessSummary {
  const { id, slug, name, mode, status } = row;
  return {
    ...{ id, slug, name, mode, status },
    suspendedBy: row.suspended_by,
    createdAt: instantOf(row.created_at),
    planId: row.plan_id,
    billedBy: row.billed_by,
    subscriptionStatus: row.subscription_status,
    ownerName: row.owner_name,
    ownerEmail: row.owner_email,
  };
}
