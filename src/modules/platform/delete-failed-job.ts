import { appendPlatformEvent } from "#database/platform-events.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminContext } from "./platform-context.ts";
import type { JobId } from "./schema.ts";

/** Forgets a job that was given up (A8): what it was to do is not done. */
export async function deleteFailedJob(
  ctx: AdminContext,
  { jobId }: JobId,
): Promise<Result<{ task: string }, "notFound">> {
  const [row] = await ctx.sql<{ task: string; business_id: string | null }>(
    "SELECT * FROM delete_failed_job($1)",
    [jobId],
    "delete_failed_job",
  );
  if (!row) return refuse("notFound", "This job is not among those that failed any more.");
  const businessId = row.business_id ?? undefined;
  const about = { subjectType: "job", subjectId: jobId, ...(businessId && { businessId }) };
  const payload = { task: row.task };
  await appendPlatformEvent(ctx, ctx.actor, { type: "job.deleted", ...about, payload });
  return ok({ task: row.task });
}
