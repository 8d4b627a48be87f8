import { appendPlatformEvent } from "#database/platform-events.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminContext } from "./platform-context.ts";
import type { JobId } from "./schema.ts";

/** Has a job that was given up tried again, from its first attempt, at once (A8). Every job allows for running twice. */
export async function retryFailedJob(
  ctx: AdminContext,
  { jobId }: JobId,
): Promise<Result<{ task: string }, "notFound">> {
  const [row] = await ctx.sql<{ task: string; business_id: string | null }>(
    "SELECT * FROM retry_failed_job($1)",
    [jobId],
    "retry_failed_job",
  );
  if (!row) return refuse("notFound", "This job is not among those that failed any more.");
  const businessId = row.business_id ?? undefined;
  const about = { subjectType: "job", subjectId: jobId, ...(businessId && { businessId }) };
  const payload = { task: row.task };
  await appendPlatformEvent(ctx, ctx.actor, { type: "job.retried", ...about, payload });
  return ok({ task: row.task });
}
