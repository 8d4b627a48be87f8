import type { TenantContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { newId } from "#kernel/ids.ts";
import { senderFor, writeLetter } from "./compose-message.ts";
import type { MailMessage } from "./ports.ts";
import { isLetterOvertaken, type OwnerLetterKind } from "./rules/owner-letters.ts";
import { domainLetter } from "./templates/domain-letter.ts";
import type { Letter } from "./templates/letter.ts";
import { planLetter } from "./templates/plan-letter.ts";

const selectOwners = `
  SELECT u.id, u.email FROM membership m JOIN users u ON u.id = m.user_id
  WHERE m.tenant_id = $1 AND m.role = 'owner' ORDER BY u.id`;

const insertOnce = `
  INSERT INTO notification (tenant_id, id, kind, audience, channel, effect_key, recipient)
  VALUES ($1, $2, $3, 'owner', 'email', $4, $5)
  ON CONFLICT (tenant_id, effect_key) DO NOTHING RETURNING id`;

/** A message and a job for each owner of the business; what `key` names is told once. Returns the ids of new ones. */
export async function addOwnerLetters(
  ctx: TenantContext,
  kind: OwnerLetterKind,
  key: string,
): Promise<string[]> {
  const added: string[] = [];
  for (const owner of await ctx.sql<{ id: string; email: string }>(selectOwners, [ctx.tenantId])) {
    const values = [ctx.tenantId, newId(), kind, `${kind}:${key}:${owner.id}`, owner.email];
    const [row] = await ctx.sql<{ id: string }>(insertOnce, values);
    if (!row) continue;
    added.push(row.id);
    await ctx.sql(
      "SELECT enqueue('send-notification', jsonb_build_object('notificationId', $1::text), 'notification:' || $1)",
      [row.id],
    );
  }
  return added;
}

type Facts = {
  business: string;
  accentColor: string;
  timeZone: string;
  locale: string;
  plan: string;
  status: string;
  trialEndsAt: Date | null;
  graceEndsAt: Date | null;
};

const selectFacts = `
  SELECT t.name AS business, t.accent_color AS "accentColor", t.time_zone AS "timeZone", t.locale, p.name AS plan,
    s.status, s.trial_ends_at AS "trialEndsAt", s.grace_ends_at AS "graceEndsAt"
  FROM tenant t JOIN subscription s ON s.tenant_id = t.id JOIN plan p ON p.id = s.plan_id WHERE t.id = $1`;

/** Writes the e-mail with what is so now; null when it is no news any more. */
export async function composeOwnerLetter(
  ctx: TenantContext,
  { kind, recipient, effectKey }: { kind: OwnerLetterKind; recipient: string; effectKey: string },
): Promise<MailMessage | null> {
  if (kind === "domainGivenUp") return composeDomainLetter(ctx, { recipient, effectKey });
  const [facts] = await ctx.sql<Facts>(selectFacts, [ctx.tenantId]);
  if (!facts || isLetterOvertaken(kind, facts.status)) return null;
  const href = `${env.APP_URL}/dashboard/settings?section=plan`;
  return addressed(ctx, planLetter(kind, { ...facts, href }), { recipient, effectKey });
}

type Addressed = { recipient: string; effectKey: string };

const selectDomain = `
  SELECT t.name AS business, d.host FROM tenant t JOIN domain d ON d.tenant_id = t.id
  WHERE t.id = $1 AND d.host = $2 AND d.status = 'pending' AND d.next_check_at IS NULL`;

/** Nobody hears of a domain that was removed, verified or asked for again meanwhile. The key names the host. */
async function composeDomainLetter(ctx: TenantContext, to: Addressed): Promise<MailMessage | null> {
  const [, host] = to.effectKey.split(":");
  const [facts] = await ctx.sql<{ business: string; host: string }>(selectDomain, [ctx.tenantId, host]);
  const href = `${env.APP_URL}/dashboard/settings?section=addresses`;
  return facts ? addressed(ctx, domainLetter({ ...facts, href }), to) : null;
}

function addressed(ctx: TenantContext, letter: Letter, { recipient, effectKey }: Addressed): MailMessage {
  return {
    ...writeLetter(letter),
    from: senderFor("Slotkeeper", env.MAIL_FROM),
    to: recipient,
    attachments: [],
    idempotencyKey: `${ctx.tenantId}:${effectKey}`.slice(0, 256),
  };
}
