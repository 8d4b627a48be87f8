import { platformQuery, type TenantContext } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { fallToFree } from "./fall-to-free.ts";
import { tellOwner } from "./owner-letter.ts";
import { keyOf, lettersDue, trialWarning } from "./rules/letters-due.ts";
import { lockSubscription } from "./subscription-row.ts";

/** Businesses with a date of their subscription that is near or past. */
export async function listDueBusinesses(clock: Clock = systemClock): Promise<TenantId[]> {
  const until = new Date(clock.now() + trialWarning);
  const rows = await platformQuery<{ id: string }>(
    "SELECT tenant_id AS id FROM subscriptions_due($1)",
    [until],
    "subscriptions_due",
  );
  return rows.map(({ id }) => tenantIdFrom(id));
}

/**
 * Does what the dates of a business's subscription ask for (A2): a trial that nobody pays for ends in the free plan, with
 * a letter before and after; whoever has not paid is reminded. Done again, it does nothing more.
 */
export async function passDates(ctx: TenantContext): Promise<void> {
  const row = await lockSubscription(ctx);
  if (!row) return;
  const now = ctx.clock.now();
  const { status, trialEndsAt, planId } = row;
  const paid = row.subscriptionId !== null;
  if (status === "trialing" && !paid && trialEndsAt && trialEndsAt.getTime() <= now) {
    await fallToFree(ctx, planId);
    await tellOwner(ctx, "trialEnded", keyOf(trialEndsAt));
    return;
  }
  for (const { letter, key } of lettersDue({ ...row, paid }, now)) await tellOwner(ctx, letter, key);
}
