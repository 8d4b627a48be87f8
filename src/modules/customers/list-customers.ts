import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { calendarOf } from "./own-calendar.ts";
import { instantOf } from "./rules/instant-of.ts";
import { decodeCursor, encodeCursor } from "./rules/page-cursor.ts";
import type { CustomerSummary, ListCustomersInput, ListCustomersOutput } from "./schema.ts";

type CustomerRow = Omit<CustomerSummary, "lastVisitAt" | "nextVisitAt"> & {
  lastVisitAt: Date | null;
  nextVisitAt: Date | null;
};

const page = `
  SELECT c.id, c.name, c.email, c.phone, v.visits, v."lastVisitAt", v."nextVisitAt"
  FROM (
    SELECT id, name, email, phone FROM customer
    WHERE tenant_id = $1
      AND ($2 = '' OR name ILIKE $3 OR email ILIKE $3 OR ($4 <> '' AND regexp_replace(phone, '[^0-9]', '', 'g') LIKE $4))
      AND ($5::uuid IS NULL OR (name, id) > ($6, $5::uuid))
    ORDER BY name, id LIMIT $7
  ) c
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE a.status = 'completed')::int AS visits,
      max(a.starts_at) FILTER (WHERE a.status = 'completed') AS "lastVisitAt",
      min(a.starts_at) FILTER (WHERE a.status IN ('pending', 'confirmed') AND a.starts_at > $8) AS "nextVisitAt"
    FROM appointment a
    WHERE a.tenant_id = $1 AND a.customer_id = c.id AND ($9::uuid IS NULL OR a.staff_id = $9)
  ) v ON true
  ORDER BY c.name, c.id`;

/**
 * The business's customers by name, found by a part of name, e-mail or phone, page by page (E1, F3). Who sees
 * only their own calendar reads of no visit to others (F5).
 */
export async function listCustomers(
  ctx: TenantContext,
  input: ListCustomersInput,
): Promise<Result<ListCustomersOutput, "forbidden" | "invalid">> {
  const refused = requireRight(ctx.actor, "customers.read");
  if (refused) return refused;
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  if (after === null)
    return refuse("invalid", "This page of customers does not exist: start from the first.");
  const rows = await ctx.sql<CustomerRow>(page, [
    ctx.tenantId,
    input.search,
    containing(input.search),
    containingDigits(input.search),
    after?.id ?? null,
    after?.name ?? null,
    input.limit + 1,
    new Date(ctx.clock.now()),
    calendarOf(ctx),
  ]);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    customers: shown.map(toSummary),
    nextCursor: rows.length > input.limit && last ? encodeCursor(last) : null,
  });
}

function containing(search: string): string {
  return `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** Phones are compared by their digits, and only for what looks like a number. */
function containingDigits(search: string): string {
  const digits = search.replace(/\D/g, "");
  return digits.length >= 3 && /^[\d ()+./-]+$/.test(search) ? `%${digits}%` : "";
}

function toSummary(row: CustomerRow): CustomerSummary {
  return {
    ...row,
    lastVisitAt: row.lastVisitAt && instantOf(row.lastVisitAt),
    nextVisitAt: row.nextVisitAt && instantOf(row.nextVisitAt),
  };
}
