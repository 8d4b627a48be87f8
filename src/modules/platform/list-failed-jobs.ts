import { ok, type Result, refuse } from "#kernel/result.ts";
import { instantOf } from "#modules/customers/rules/instant-of.ts";
import type { AdminContext } from "./platform-context.ts";
import { type FailedJob, JobId, type ListFailedJobsInput, type ListFailedJobsOutput } from "./schema.ts";

type Row = {
  id: string;
  task: string;
  business_id: string | null;
  ids: Record<string, string>;
  attempts: number;
  last_error: string | null;
  created_at: Date;
  failed_at: Date;
};

/** Jobs that were given up after their last attempt, the newest first (A8). They stay until somebody decides. */
export async function listFailedJobs(
  ctx: AdminContext,
  input: ListFailedJobsInput,
): Promise<Result<ListFailedJobsOutput, "invalid">> {
  if (input.cursor !== undefined && !JobId.safeParse({ jobId: input.cursor }).success) {
    return refuse("invalid", "This page does not exist: start from the first.");
  }
  const rows = await ctx.sql<Row>(
    "SELECT * FROM failed_jobs($1, $2, $3)",
    [input.businessId ?? null, input.cursor ?? null, input.limit + 1],
    "failed_jobs",
  );
  const shown = rows.slice(0, input.limit);
  const names = await namesOf(ctx, shown);
  return ok({
    jobs: shown.map((row) => jobOf(row, names)),
    nextCursor: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
  });
}

async function namesOf(ctx: AdminContext, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.business_id ?? []))];
  if (ids.length === 0) return new Map();
  const found = await ctx.sql<{ id: string; name: string }>("SELECT * FROM business_names($1)", [ids]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

function jobOf(row: Row, names: ReadonlyMap<string, string>): FailedJob {
  const { id, task, ids, attempts } = row;
  return {
    ...{ id, task, ids, attempts },
    businessId: row.business_id,
    businessName: names.get(row.business_id ?? "") ?? null,
    lastError: row.last_error,
    createdAt: instantOf(row.created_at),
    failedAt: instantOf(row.failed_at),
  };
}
