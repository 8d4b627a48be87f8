import { ok, type Result, refuse } from "#kernel/result.ts";
import { nounsOf } from "#modules/audit/rules/event-words.ts";
import { instantOf } from "#modules/customers/rules/instant-of.ts";
import { decodeCursor, encodeCursor } from "#modules/customers/rules/page-cursor.ts";
import { noteLooking } from "./note-looking.ts";
import type { AdminContext } from "./platform-context.ts";
import type { ListPlatformTrailInput, ListPlatformTrailOutput, PlatformTrailEntry } from "./schema.ts";

type Row = {
  id: string;
  source: PlatformTrailEntry["source"];
  type: string;
  subject_type: string;
  subject_id: string;
  business_id: string | null;
  business_name: string | null;
  actor_kind: string;
  actor_name: string | null;
  reason: string | null;
  at: Date;
};

const page = `
  SELECT f.*, coalesce(u.name, b.name) AS actor_name
  FROM search_trail($1, $2, $3, $4, $5, $6, $7, $8, $9) f
  LEFT JOIN users u ON f.actor_kind IN ('member', 'platformAdmin') AND u.id::text = f.actor_id
  LEFT JOIN site_builder b ON f.actor_kind = 'siteBuilder' AND b.id::text = f.actor_id
  ORDER BY f.at DESC, f.id DESC`;

/**
 * What happened on the whole platform, the newest first: in its own trail and in those of businesses (A8). That it was
 * looked at is written down as well.
 */
export async function listPlatformTrail(
  ctx: AdminContext,
  input: ListPlatformTrailInput,
): Promise<Result<ListPlatformTrailOutput, "invalid">> {
  const before = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  if (before === null) return refuse("invalid", "This page does not exist: start from the first.");
  const actorId = input.actorEmail ? await loginOf(ctx, input.actorEmail) : null;
  if (actorId === undefined) return ok({ entries: [], nextCursor: null });
  const rows = await ctx.sql<Row>(page, [
    ...[input.businessId ?? null, input.actorKind || null, actorId, nounsOf(input.kind)],
    ...[`${input.from ?? "1970-01-01"}T00:00:00Z`, untilOf(input.to)],
    ...[before?.name ?? null, before?.id ?? null, input.limit + 1],
  ]);
  await noteLooking(ctx, input.businessId ?? null);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    entries: shown.map(entryOf),
    nextCursor:
      rows.length > input.limit && last ? encodeCursor({ name: last.at.toISOString(), id: last.id }) : null,
  });
}

async function loginOf(ctx: AdminContext, email: string): Promise<string | undefined> {
  const login = await ctx.db.user.findFirst({ where: { email }, select: { id: true } });
  return login?.id;
}

/** The midnight after a date, in UTC. */
function untilOf(date: string | undefined): string {
  return date ? new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString() : "9999-01-01T00:00:00Z";
}

function entryOf(row: Row): PlatformTrailEntry {
  const { id, source, type, reason } = row;
  return {
    ...{ id, source, type, reason },
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    businessId: row.business_id,
    businessName: row.business_name,
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    at: instantOf(row.at),
  };
}
