import type { TenantContext } from "./tenant-context.ts";

/** The channel on which every process hears that something about a business's free times has changed. */
export const changeChannel = "slotkeeper_change";

/** Time that was taken or freed, in epoch minutes, `[from, until)`. */
export type ChangedSpan = { readonly from: number; readonly until: number };

/**
 * Tells every process, once this transaction commits, that free times of the business may have changed (C5): those
 * that visits in `span` touch, or any when there is none (hours, settings, people). Sent with the statements around it,
 * so it costs no round trip; a statement of its own, because a claim may be written on another server.
 */
export async function announceChange(ctx: TenantContext, span?: ChangedSpan): Promise<void> {
  const payload = span ? `${ctx.tenantId} ${span.from} ${span.until}` : ctx.tenantId;
  await ctx.sql("SELECT pg_notify($1, $2)", [changeChannel, payload], "announce_change");
}

/** No time at all: something about visits has changed that frees and takes nothing. */
export const noTime: ChangedSpan = { from: 0, until: 0 };

/** The span that a visit from `start` to `end` (instants) touches. */
export function spanOf(start: Date, end: Date = start): ChangedSpan {
  return { from: Math.floor(start.getTime() / 60_000), until: Math.ceil(end.getTime() / 60_000) + 1 };
}
