import type { AddJobFunction } from "graphile-worker";
import { withPlatform } from "#database/tenant-context.ts";

/** An event this old whose consumers have not seen it has lost its job: they take milliseconds. */
const lateAfter = "30 seconds";
const mostAtOnce = 500;

type LateEvent = { tenant_id: string; event_id: string };

/**
 * Wakes the events whose job was lost. One that still has a job, waiting for its next attempt or given up, is left to
 * that: `unsafe_dedupe` adds nothing then.
 */
export async function sweepEvents(addJob: AddJobFunction): Promise<void> {
  const late = await withPlatform(({ sql }) =>
    sql<LateEvent>("SELECT tenant_id, event_id FROM undispatched_events($1::interval, $2)", [
      lateAfter,
      mostAtOnce,
    ]),
  );
  for (const { tenant_id: tenantId, event_id: eventId } of late) {
    const spec = { jobKey: `event:${eventId}`, jobKeyMode: "unsafe_dedupe" } as const;
    await addJob("dispatch-event", { tenantId, eventId }, spec);
  }
}
