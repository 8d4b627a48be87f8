import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, refuse } from "#kernel/result.ts";

/** A request of a builder under a key that it made up: the same key means the same request (K4). */
export type KeyedRequest = { builderId: string; key: string; requestHash: string };

/** What a builder is told: the status and the body of an answer, kept under the request's key. */
export type KeptAnswer = { status: number; body: unknown };

/** An answer, and whether it is that of an earlier request. */
export type OnceOutcome = { ok: true; value: KeptAnswer & { replayed: boolean } } | Refused;

type Row = { status: number; answer: unknown; request_hash: string };

/** An answer is given again for this long. */
const forget =
  "DELETE FROM site_builder_request WHERE builder_id = $1 AND created_at < clock_timestamp() - interval '7 days'";

const claim = `
  INSERT INTO site_builder_request (builder_id, key, request_hash, status, answer) VALUES ($1, $2, $3, 0, 'null')
  ON CONFLICT (builder_id, key) DO NOTHING RETURNING key`;
const known =
  "SELECT status, answer, request_hash FROM site_builder_request WHERE builder_id = $1 AND key = $2";
const keep = "UPDATE site_builder_request SET status = $3, answer = $4 WHERE builder_id = $1 AND key = $2";

/**
 * Runs `work` unless it was carried out under this key before: then its answer is given again. The key is taken in the
 * transaction of the work, so of two at once the second waits for the first; what is refused leaves no trace, and may be
 * tried again under the same key.
 */
export async function carryOutOnce(
  ctx: TenantContext,
  request: KeyedRequest | null,
  work: () => Promise<{ ok: true; value: KeptAnswer } | Refused>,
): Promise<OnceOutcome> {
  if (!request) return firstAnswer(await work());
  const { builderId, key, requestHash } = request;
  await ctx.sql(forget, [builderId], "forget_builder_requests");
  const claimed = await ctx.sql(claim, [builderId, key, requestHash], "claim_builder_request");
  if (claimed.length === 0) return earlierAnswer(ctx, request);
  const outcome = await work();
  if (outcome.ok) {
    const { status, body } = outcome.value;
    await ctx.sql(keep, [builderId, key, status, JSON.stringify(body ?? null)], "keep_builder_answer");
  }
  return firstAnswer(outcome);
}

async function earlierAnswer(
  ctx: TenantContext,
  { builderId, key, requestHash }: KeyedRequest,
): Promise<OnceOutcome> {
  const [row] = await ctx.sql<Row>(known, [builderId, key], "builder_request");
  if (!row || row.request_hash !== requestHash) {
    return refuse("keyReused", "This Idempotency-Key was used before, for another request.");
  }
  return ok({ status: row.status, body: row.answer, replayed: true });
}

function firstAnswer(outcome: { ok: true; value: KeptAnswer } | Refused): OnceOutcome {
  return outcome.ok ? ok({ ...outcome.value, replayed: false }) : outcome;
}
