import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";

/** What the owner of a business is told about its plan (A2); notifications write the letter. */
export type OwnerLetter =
  | "trialEnding"
  | "trialEnded"
  | "paymentFailed"
  | "paymentReminder"
  | "graceEnding"
  | "suspended"
  | "restored"
  | "ended";

const alreadySaid = `
  SELECT FROM event WHERE tenant_id = $1 AND subject_id = $1 AND type = $2 AND payload->>'key' = $3 LIMIT 1`;

/** Has the owner told once of one occasion, which the key names. The subscription's row must be locked. */
export async function tellOwner(ctx: TenantContext, letter: OwnerLetter, key: string): Promise<void> {
  const type = `billing.${letter}`;
  if ((await ctx.sql(alreadySaid, [ctx.tenantId, type, key])).length > 0) return;
  await appendEvent(ctx, { type, subjectType: "subscription", subjectId: ctx.tenantId, payload: { key } });
}
