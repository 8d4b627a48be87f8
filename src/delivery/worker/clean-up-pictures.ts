import type { AddJobFunction } from "graphile-worker";
import { type TenantScope, withTenant } from "#database/tenant-context.ts";
import { systemClock } from "#kernel/clock.ts";
import { removeUnusedPictures } from "#modules/pictures/remove-unused-pictures.ts";

/** A day and a little: what was found unused just now may go then. */
const againAfterMs = 25 * 3_600_000;

/** Removes pictures that nothing has shown for a day, and looks again once those found now have had theirs. */
export async function cleanUpPictures(scope: TenantScope, addJob: AddJobFunction): Promise<void> {
  const outcome = await withTenant(scope, removeUnusedPictures);
  if (!outcome.ok || !outcome.value.someWait) return;
  const { tenantId } = scope;
  const runAt = new Date(systemClock.now() + againAfterMs);
  await addJob(
    "clean-up-pictures",
    { tenantId },
    { jobKey: `clean-up-pictures:${tenantId}`, jobKeyMode: "preserve_run_at", runAt },
  );
}
