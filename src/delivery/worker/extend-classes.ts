import type { AddJobFunction } from "graphile-worker";
import { type TenantScope, withPlatform, withTenant } from "#database/tenant-context.ts";
import { extendClassSchedule, listOpenSchedules } from "#modules/classes/extend-class-schedule.ts";

/** Adds a job for every business; one that is still waiting from before is not added twice. */
export async function planExtendingClasses(addJob: AddJobFunction): Promise<void> {
  const businesses = await withPlatform(({ sql }) => sql<{ id: string }>("SELECT id FROM all_businesses()"));
  for (const { id: tenantId } of businesses) {
    await addJob("extend-classes", { tenantId }, { jobKey: `extend-classes:${tenantId}` });
  }
}

/** Makes the sessions of a business's classes that have come into reach, a transaction for each schedule. */
export async function extendClasses(scope: TenantScope): Promise<void> {
  const ids = await withTenant(scope, listOpenSchedules);
  for (const id of ids) await withTenant(scope, (ctx) => extendClassSchedule(ctx, id));
}
