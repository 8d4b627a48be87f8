import type { TenantContext, TenantScope } from "#database/tenant-context.ts";
import { withTenant } from "#database/tenant-context.ts";
import { mintManageToken } from "#modules/appointments/manage-link.ts";
import { composeMessage } from "./compose-message.ts";
import { loadVisit } from "./load-visit.ts";
import { composeOwnerLetter } from "./owner-letter.ts";
import { type Mailer, type MailMessage, MailRefused } from "./ports.ts";
import { type Audience, isOvertaken, type MessageKind } from "./rules/message-table.ts";
import type { OwnerLetterKind } from "./rules/owner-letters.ts";

export type SendNotificationInput = {
  notificationId: string;
  /** True when nobody will try again: a failure is then final. */
  lastAttempt?: boolean;
};

/** What the e-mail leaves through. */
export type MailRoute = { provider: string; mailer: Mailer };

export type SendNotificationOutcome = "sent" | "alreadySettled" | "failed";

type Claimed = { message: MailMessage } | { settled: SendNotificationOutcome };

/**
 * Sends one notification (H3), unless it was sent or given up before. The provider is called between two transactions,
 * so that no connection waits for it; the effect key keeps the provider from delivering twice what a crash in between
 * hands over again. A failure that may pass is recorded and thrown, for the job to be run again.
 */
export async function sendNotification(
  scope: TenantScope,
  input: SendNotificationInput,
  route: MailRoute,
): Promise<SendNotificationOutcome> {
  const claimed = await withTenant(scope, (ctx) => claimNotification(ctx, input.notificationId));
  if ("settled" in claimed) return claimed.settled;
  let providerMessageId: string;
  try {
    ({ providerMessageId } = await route.mailer.send(claimed.message));
  } catch (error) {
    return recordFailure(scope, input, error);
  }
  const { subject } = claimed.message;
  await settle(scope, input.notificationId, {
    status: "sent",
    subject,
    provider: route.provider,
    providerMessageId,
    error: null,
  });
  return "sent";
}

/** Counts the attempt and writes the e-mail, with a link minted for it. */
async function claimNotification(ctx: TenantContext, id: string): Promise<Claimed> {
  const notification = await ctx.db.notification.findFirst({
    where: { id },
    select: {
      status: true,
      kind: true,
      audience: true,
      recipient: true,
      effectKey: true,
      appointmentId: true,
    },
  });
  if (notification?.status !== "pending") return { settled: "alreadySettled" };
  if (notification.audience === "owner") return claimOwnerLetter(ctx, id, notification);
  if (!notification.appointmentId) return { settled: "alreadySettled" };
  const kind = notification.kind as MessageKind;
  const audience = notification.audience as Audience;
  const visit = await loadVisit(ctx, notification.appointmentId);
  if (!visit || isOvertaken(kind, visit.status)) {
    const error = "The appointment was cancelled before this could be sent";
    await ctx.db.notification.updateMany({ where: { id }, data: { status: "failed", error } });
    return { settled: "failed" };
  }
  await ctx.db.notification.updateMany({ where: { id }, data: { attempts: { increment: 1 } } });
  if (kind === "rescheduled" || kind === "reassigned")
    visit.previousStart = await previousStartOf(ctx, notification);
  const occasion = { manageUrl: await manageUrlFor(ctx, audience, visit), nowMs: ctx.clock.now() };
  return { message: composeMessage({ ...notification, kind, audience }, visit, occasion) };
}

type OwnerNotification = { kind: string; recipient: string; effectKey: string };

async function claimOwnerLetter(ctx: TenantContext, id: string, to: OwnerNotification): Promise<Claimed> {
  const message = await composeOwnerLetter(ctx, { ...to, kind: to.kind as OwnerLetterKind });
  if (!message) {
    const error = "It was no news any more when it could be sent";
    await ctx.db.notification.updateMany({ where: { id }, data: { status: "failed", error } });
    return { settled: "failed" };
  }
  await ctx.db.notification.updateMany({ where: { id }, data: { attempts: { increment: 1 } } });
  return { message };
}

type VisitToManage = { appointmentId: string; status: string; business: { bookingAddress: string } };

/** A link for the customer's e-mail alone; a cancelled visit needs none. */
async function manageUrlFor(ctx: TenantContext, audience: Audience, visit: VisitToManage): Promise<string> {
  if (audience !== "customer" || visit.status === "cancelled") return visit.business.bookingAddress;
  const token = await mintManageToken(ctx, visit.appointmentId);
  return `${visit.business.bookingAddress}/manage/${token}`;
}

const moveOfVersion = `
  SELECT payload->>'previousStart' AS "previousStart" FROM event
  WHERE tenant_id = $1 AND subject_id = $2 AND type = 'appointment.rescheduled' AND payload->>'version' = $3`;

/** Where the appointment was before the move that this notification tells of: its effect key names the version. */
async function previousStartOf(
  ctx: TenantContext,
  notification: { appointmentId: string | null; effectKey: string },
): Promise<string | null> {
  const version = notification.effectKey.split(":")[2];
  const [move] = await ctx.sql<{ previousStart: string | null }>(moveOfVersion, [
    ctx.tenantId,
    notification.appointmentId,
    version,
  ]);
  return move?.previousStart ? new Date(move.previousStart).toISOString() : null;
}

async function recordFailure(
  scope: TenantScope,
  { notificationId, lastAttempt }: SendNotificationInput,
  cause: unknown,
): Promise<SendNotificationOutcome> {
  const final = cause instanceof MailRefused || lastAttempt === true;
  const error = cause instanceof Error ? cause.message : String(cause);
  await settle(scope, notificationId, { status: final ? "failed" : "pending", error: error.slice(0, 500) });
  if (cause instanceof MailRefused) return "failed";
  throw cause;
}

type Settlement = {
  status: "sent" | "failed" | "pending";
  error: string | null;
  subject?: string;
  provider?: string;
  providerMessageId?: string;
};

async function settle(scope: TenantScope, id: string, settlement: Settlement): Promise<void> {
  await withTenant(scope, async ({ db, clock }) => {
    const sentAt = settlement.status === "sent" ? { sentAt: new Date(clock.now()) } : {};
    await db.notification.updateMany({
      where: { id, status: "pending" },
      data: { ...settlement, ...sentAt },
    });
  });
}
