import { createHash } from "node:crypto";
import { appendEvent } from "#database/events.ts";
import { type TenantContext, type TenantScope, withTenant } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { EncodedPicture, PictureEncoder } from "./ports.ts";
import { noRoomWords, problemWords, refusalOfKind, tooLongWords } from "./rules/file-words.ts";
import { addressOfPicture } from "./rules/picture-address.ts";
import {
  longestFileBytes,
  longestSide,
  mostBytesOfBusiness,
  mostPixels,
  rightFor,
} from "./rules/picture-limits.ts";
import { recogniseFile } from "./rules/recognise-file.ts";
import type { AddedPicture, AddPictureInput, PicturePurpose } from "./schema.ts";

type Source = { purpose: PicturePurpose; hash: string };
type Row = { id: string; width: number; height: number };

/**
 * Keeps an uploaded picture, encoded anew, and answers where it is (A9, A11, B1, B3). The same file for the same purpose
 * is one picture. Encoding takes its time, so it happens between transactions.
 */
export async function addPicture(
  scope: TenantScope,
  { purpose, file }: AddPictureInput,
  encoder: PictureEncoder,
): Promise<Result<AddedPicture, "forbidden" | "invalid" | "notFound">> {
  const refused = requireRight(scope.actor, rightFor[purpose]);
  if (refused) return refused;
  if (file.length > longestFileBytes) return refuse("invalid", tooLongWords);
  const wrongKind = refusalOfKind(recogniseFile(file));
  if (wrongKind) return refuse("invalid", wrongKind);
  const source = { purpose, hash: createHash("sha256").update(file).digest("hex") };
  const known = await withTenant(scope, (ctx) => useAgain(ctx, source));
  if (known) return ok(known);
  const picture = await encoder.encode(file, { longestSide: longestSide[purpose], mostPixels });
  if (typeof picture === "string") return refuse("invalid", problemWords[picture]);
  return withTenant(scope, (ctx) => keep(ctx, source, picture));
}

/** A picture that is there already; should nothing have shown it, it is not on its way out any more. */
async function useAgain(ctx: TenantContext, { purpose, hash }: Source): Promise<AddedPicture | null> {
  const [row] = await ctx.sql<Row & { slug: string }>(
    `UPDATE picture p SET unused_since = NULL FROM tenant t
     WHERE t.id = $1 AND t.status <> 'deleted' AND p.tenant_id = $1 AND p.purpose = $2 AND p.source_hash = $3
     RETURNING p.id, p.width, p.height, t.slug`,
    [ctx.tenantId, purpose, hash],
  );
  return row ? addedPicture(row.slug, row) : null;
}

async function keep(
  ctx: TenantContext,
  { purpose, hash }: Source,
  { bytes, width, height }: EncodedPicture,
): Promise<Result<AddedPicture, "invalid" | "notFound">> {
  // Whoever uploads for the same business waits, so that what is counted stays true.
  const [business] = await ctx.sql<{ slug: string }>(
    "SELECT slug FROM tenant WHERE id = $1 AND status <> 'deleted' FOR NO KEY UPDATE",
    [ctx.tenantId],
  );
  if (!business) return refuse("notFound", "This business is no longer here.");
  if ((await keptBytes(ctx)) + bytes.length > mostBytesOfBusiness) return refuse("invalid", noRoomWords);
  const [row] = await ctx.sql<Row & { added: boolean }>(
    `INSERT INTO picture (tenant_id, id, purpose, source_hash, bytes, media_type, width, height, byte_size)
     VALUES ($1, $2, $3, $4, $5, 'image/webp', $6, $7, $8)
     ON CONFLICT (tenant_id, purpose, source_hash) DO UPDATE SET unused_since = NULL
     RETURNING id, width, height, id = $2 AS added`,
    [ctx.tenantId, newId(), purpose, hash, bytes, width, height, bytes.length],
  );
  if (!row) throw new Error("A picture was neither added nor found");
  if (row.added) {
    const subject = { subjectType: "picture", subjectId: row.id };
    await appendEvent(ctx, { type: "picture.added", ...subject, payload: { purpose } });
  }
  return ok(addedPicture(business.slug, row));
}

async function keptBytes(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.sql<{ bytes: number }>(
    "SELECT coalesce(sum(byte_size), 0)::float8 AS bytes FROM picture WHERE tenant_id = $1",
    [ctx.tenantId],
  );
  return row?.bytes ?? 0;
}

function addedPicture(slug: string, { id, width, height }: Row): AddedPicture {
  return { url: addressOfPicture(slug, id), width, height };
}
