import type { CronItem, JobHelpers, TaskList } from "graphile-worker";
import { type TenantScope, withPlatform, withTenant } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { systemClock } from "#kernel/clock.ts";
import type { TenantId } from "#kernel/ids.ts";
import { findLogin } from "#modules/accounts/find-login.ts";
import { mintLoginLink } from "#modules/accounts/mint-login-link.ts";
import { followZoneData } from "#modules/appointments/follow-zone-data.ts";
import { deliverEvent } from "#modules/notifications/deliver-event.ts";
import { MailRefused } from "#modules/notifications/ports.ts";
import { sendInvitation } from "#modules/notifications/send-invitation.ts";
import { sendLoginLink } from "#modules/notifications/send-login-link.ts";
import { sendLoginNotice } from "#modules/notifications/send-login-notice.ts";
import { type MailRoute, sendNotification } from "#modules/notifications/send-notification.ts";
import { mintInvitation } from "#modules/team/mint-invitation.ts";
import { checkBilling, handleBillingEvent, planBilling } from "./billing-tasks.ts";
import { checkZoneData } from "./check-zone-data.ts";
import { cleanUp } from "./clean-up.ts";
import { cleanUpPictures } from "./clean-up-pictures.ts";
import { lookAtDomain, planDomains, removeCertificate } from "./domain-tasks.ts";
import { extendClasses, planExtendingClasses } from "./extend-classes.ts";
import { type JobName, type JobPayload, jobPayloads } from "./job-payloads.ts";
import { sweepEvents } from "./sweep-events.ts";

const hour = 60 * 60_000;

/** What runs by the clock, in one process of those that are running. */
export const cronItems: CronItem[] = [
  { task: "sweep-events", match: "* * * * *", identifier: "sweep-events", options: { maxAttempts: 1 } },
  // Events of the billing provider that never came, and dates of subscriptions.
  { task: "plan-billing", match: "*/5 * * * *", identifier: "plan-billing", options: { maxAttempts: 1 } },
  // Domains that wait for their records, or were last looked at yesterday.
  { task: "plan-domains", match: "* * * * *", identifier: "plan-domains", options: { maxAttempts: 1 } },
  // At night in most of the world; it takes milliseconds for a business.
  { task: "plan-extending-classes", match: "17 2 * * *", identifier: "plan-extending-classes" },
];

/** Every job there is: parse the payload, call one verb. */
export function taskList(connectMailer: () => Promise<MailRoute>): TaskList {
  const tasks: { [Name in JobName]: (payload: JobPayload<Name>, helpers: JobHelpers) => Promise<void> } = {
    async "dispatch-event"({ tenantId, eventId }, helpers) {
      await withTenant(scopeOf(tenantId, "dispatch-event"), (ctx) => deliverEvent(ctx, { eventId }));
      await planCleanUp(tenantId, helpers);
    },
    async "send-notification"({ tenantId, notificationId }, { job }) {
      const lastAttempt = job.attempts >= job.max_attempts;
      const scope = scopeOf(tenantId, "send-notification");
      const outcome = await sendNotification(scope, { notificationId, lastAttempt }, await connectMailer());
      if (outcome === "failed") logger().warn({ tenantId, notificationId }, "notification cannot be sent");
    },
    async "send-login-link"({ email, purpose }, { job }) {
      const again = job.attempts > 1;
      const link = await withPlatform((ctx) => mintLoginLink(ctx, { email, purpose, again }));
      if (!link.ok) return;
      const { mailer } = await connectMailer();
      await sendLoginLink(link.value, mailer).catch(dropRefused);
    },
    async "send-login-notice"({ userId, change }) {
      const login = await withPlatform((ctx) => findLogin(ctx, { userId }));
      if (!login.ok) return;
      const { mailer } = await connectMailer();
      await sendLoginNotice({ ...login.value, change }, mailer).catch(dropRefused);
    },
    async "send-invitation"({ tenantId, invitationId }) {
      const scope = scopeOf(tenantId, "send-invitation");
      const minted = await withTenant(scope, (ctx) => mintInvitation(ctx, { id: invitationId }));
      if (!minted.ok) return;
      const { mailer } = await connectMailer();
      await sendInvitation(minted.value, mailer).catch(dropRefused);
    },
    async "handle-billing-event"(event) {
      await handleBillingEvent(event);
    },
    async "check-billing"({ tenantId }) {
      await checkBilling(scopeOf(tenantId, "check-billing"));
    },
    async "check-domain"({ tenantId, domainId }) {
      await lookAtDomain(scopeOf(tenantId, "check-domain"), domainId);
    },
    async "remove-certificate"({ certificateId }) {
      await removeCertificate(certificateId);
    },
    async "clean-up"({ tenantId }, { addJob }) {
      const scope = scopeOf(tenantId, "clean-up");
      await withTenant(scope, cleanUp);
      await cleanUpPictures(scope, addJob);
    },
    async "clean-up-pictures"({ tenantId }, { addJob }) {
      await cleanUpPictures(scopeOf(tenantId, "clean-up-pictures"), addJob);
    },
    async "follow-zone-data"({ tenantId }) {
      const outcome = await withTenant(scopeOf(tenantId, "follow-zone-data"), followZoneData);
      if (outcome.moved > 0)
        logger().info({ tenantId, ...outcome }, "appointments follow new time zone data");
    },
    async "extend-classes"({ tenantId }) {
      await extendClasses(scopeOf(tenantId, "extend-classes"));
    },
  };
  const checked = Object.entries(tasks).map(([name, task]) => [name, parsing(name as JobName, task)]);
  return {
    ...Object.fromEntries(checked),
    "sweep-events": (_payload, helpers) => sweepEvents(helpers.addJob),
    "plan-extending-classes": (_payload, helpers) => planExtendingClasses(helpers.addJob),
    "plan-billing": (_payload, helpers) => planBilling(helpers.addJob),
    "plan-domains": (_payload, helpers) => planDomains(helpers.addJob),
    "check-zone-data": (_payload, helpers) => checkZoneData(helpers.addJob),
  };
}

function parsing(name: JobName, task: (payload: never, helpers: JobHelpers) => Promise<void>) {
  return (payload: unknown, helpers: JobHelpers) => task(jobPayloads[name].parse(payload) as never, helpers);
}

function scopeOf(tenantId: TenantId, job: string): TenantScope {
  return { tenantId, actor: { kind: "system", job } };
}

/** When this process last planned to tidy up a business, in epoch milliseconds. */
const plannedAt = new Map<TenantId, number>();

/** A business with activity is tidied up an hour later, once for all that happens in between. */
async function planCleanUp(tenantId: TenantId, { addJob }: JobHelpers): Promise<void> {
  const now = systemClock.now();
  if (now - (plannedAt.get(tenantId) ?? 0) < hour) return;
  plannedAt.set(tenantId, now);
  await addJob(
    "clean-up",
    { tenantId },
    {
      jobKey: `clean-up:${tenantId}`,
      jobKeyMode: "preserve_run_at",
      runAt: new Date(now + hour),
    },
  );
}

/** Whoever mistyped their address is told by nobody: the page says the same for known and unknown ones. */
function dropRefused(error: unknown): void {
  if (!(error instanceof MailRefused)) throw error;
  logger().warn("a letter with a link cannot be sent");
}
