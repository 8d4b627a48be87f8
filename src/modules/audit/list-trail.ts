import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { instantOf } from "#modules/customers/rules/instant-of.ts";
import { decodeCursor, encodeCursor } from "#modules/customers/rules/page-cursor.ts";
import { nounsOf } from "./rules/event-words.ts";
import type { ListTrailInput, ListTrailOutput, TrailEntry } from "./schema.ts";

type Row = Omit<TrailEntry, "at"> & { at: Date };

/** The page first, by its index; names only of what is shown. */
const page = `
  WITH page AS (
    SELECT e.* FROM event e
    WHERE e.tenant_id = $1
      AND ($2::text IS NULL OR e.actor_kind = $2) AND ($3::text IS NULL OR e.actor_id = $3)
      AND ($4::text[] IS NULL OR split_part(e.type, '.', 1) = ANY ($4))
      AND e.at >= $5 AND e.at < $6
      AND ($7::timestamptz IS NULL OR (e.at, e.id) < ($7, $8::uuid))
    ORDER BY e.at DESC, e.id DESC LIMIT $9
  )
  SELECT e.id, e.type, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.payload,
    e.subject_type AS "subjectType", e.subject_id AS "subjectId",
    coalesce(u.name, by.name, b.name) AS "actorName",
    coalesce(v.name || ', ' || vs.name, sv.name, st.name, lo.name, re.name, ca.name, cu.name,
      e.payload ->> 'name') AS "subjectName"
  FROM page e
  LEFT JOIN users u ON e.actor_kind IN ('member', 'platformAdmin') AND u.id::text = e.actor_id
  LEFT JOIN customer by ON e.actor_kind = 'customer' AND by.tenant_id = $1 AND by.id::text = e.actor_id
  LEFT JOIN site_builder b ON e.actor_kind = 'siteBuilder' AND b.id::text = e.actor_id
  LEFT JOIN appointment ap ON e.subject_type = 'appointment' AND ap.tenant_id = $1 AND ap.id = e.subject_id
  LEFT JOIN customer v ON v.tenant_id = $1 AND v.id = ap.customer_id
  LEFT JOIN service vs ON vs.tenant_id = $1 AND vs.id = ap.service_id
  LEFT JOIN service sv ON e.subject_type = 'service' AND sv.tenant_id = $1 AND sv.id = e.subject_id
  LEFT JOIN staff st ON e.subject_type = 'staff' AND st.tenant_id = $1 AND st.id = e.subject_id
  LEFT JOIN location lo ON e.subject_type = 'location' AND lo.tenant_id = $1 AND lo.id = e.subject_id
  LEFT JOIN resource re ON e.subject_type = 'resource' AND re.tenant_id = $1 AND re.id = e.subject_id
  LEFT JOIN service_category ca ON e.subject_type = 'category' AND ca.tenant_id = $1 AND ca.id = e.subject_id
  LEFT JOIN customer cu ON e.subject_type = 'customer' AND cu.tenant_id = $1 AND cu.id = e.subject_id
  ORDER BY e.at DESC, e.id DESC`;

/** Everything that happened in the business, the newest first, page by page: who, what, when and to what (F4, D9). */
export async function listTrail(
  ctx: TenantContext,
  input: ListTrailInput,
): Promise<Result<ListTrailOutput, "forbidden" | "invalid" | "notFound">> {
  const refused = requireRight(ctx.actor, "audit.read");
  if (refused) return refused;
  const before = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  if (before === null) return refuse("invalid", "This page does not exist: start from the first.");
  const business = await ctx.db.tenant.findFirst({ select: { timeZone: true } });
  if (!business) return refuse("notFound", "This business is no longer here.");
  const rows = await ctx.sql<Row>(page, [
    ctx.tenantId,
    input.actorKind ?? null,
    input.actorId ?? null,
    nounsOf(input.kind),
    ...boundsOf(input, business.timeZone),
    before?.name ?? null,
    before?.id ?? null,
    input.limit + 1,
  ]);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    entries: shown.map((row) => ({ ...row, at: instantOf(row.at) })),
    nextCursor:
      rows.length > input.limit && last ? encodeCursor({ name: last.at.toISOString(), id: last.id }) : null,
  });
}

/** The instants from which and before which: whole days of the business's zone. */
function boundsOf({ from, to }: ListTrailInput, zone: string): [string, string] {
  const start = from ? toEpochMinutes({ date: from, minute: 0 }, zone) : 0;
  const end = to ? toEpochMinutes({ date: to, minute: 24 * 60 }, zone) : endOfTime;
  return [new Date(start * 60_000).toISOString(), new Date(end * 60_000).toISOString()];
}

/** The year 9999, in epoch minutes. */
const endOfTime = Date.UTC(9999, 0) / 60_000;
