import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { saveStaff } from "#modules/staff/save-staff.ts";
import { invitationExpiry } from "./rules/invitation-state.ts";
import { allowedRights, overridesFor } from "./rules/permissions.ts";
import { refuseGiving } from "./rules/team-rules.ts";
import type { InviteMemberInput } from "./schema.ts";
import { lockTeam, refuseCalendar } from "./team-rows.ts";

type Reason = "forbidden" | "notFound" | "inUse" | "planLimit" | "rateLimited";

/** Invitations of one business in an hour, and to one address in a day: more is somebody who sends mail to strangers. */
const mostInAnHour = 50;
const mostToOneInADay = 5;

/**
 * Asks somebody by e-mail to join the team (B3, F5). The link is made when the letter is sent: until then there is no
 * secret, in no table and in no queue.
 */
export async function inviteMember(
  ctx: TenantContext,
  input: InviteMemberInput,
): Promise<Result<{ id: string }, Reason>> {
  const refused =
    requireRight(ctx.actor, "team.write") ?? refuseGiving(ctx.actor, input) ?? (await lockTeam(ctx));
  if (refused) return refused;
  const known = await refuseKnown(ctx, input.email);
  if (known) return known;
  const calendar = await calendarOf(ctx, input);
  if (!calendar.ok) return calendar;
  const id = await writeInvitation(ctx, input, calendar.value);
  await ctx.sql("SELECT enqueue('send-invitation', jsonb_build_object('invitationId', $1::text))", [id]);
  return ok({ id });
}

/** One invitation a person, and none for members. One that ran out gives way to the new one. */
async function refuseKnown(ctx: TenantContext, email: string) {
  if ((await ctx.db.membership.count({ where: { user: { email } } })) > 0) {
    return refuse("inUse", `${email} belongs to the team already.`, { field: "email" });
  }
  const now = new Date(ctx.clock.now());
  const open = { acceptedAt: null, revokedAt: null };
  await ctx.db.invitation.updateMany({
    where: { email, ...open, expiresAt: { lte: now } },
    data: { revokedAt: now },
  });
  if ((await ctx.db.invitation.count({ where: { email, ...open } })) > 0) {
    const words = `${email} was invited already. Send the invitation again, or take it back first.`;
    return refuse("inUse", words, { field: "email" });
  }
  return refuseTooMany(ctx, email);
}

async function refuseTooMany(ctx: TenantContext, email: string) {
  const since = (hours: number) => ({ gt: new Date(ctx.clock.now() - hours * 3_600_000) });
  const inAnHour = await ctx.db.invitation.count({ where: { createdAt: since(1) } });
  const toOne = await ctx.db.invitation.count({ where: { email, createdAt: since(24) } });
  if (inAnHour >= mostInAnHour) {
    return refuse("rateLimited", `${mostInAnHour} invitations were sent in an hour. Try again later.`);
  }
  if (toOne < mostToOneInADay) return null;
  return refuse("rateLimited", `${email} was invited ${mostToOneInADay} times in a day. Try again tomorrow.`);
}

/** The staff member that the login will be: one that is there, one made for it, or none. */
async function calendarOf(ctx: TenantContext, input: InviteMemberInput) {
  if (input.newStaffName === undefined) {
    const refused = input.staffId ? await refuseCalendar(ctx, input.staffId) : null;
    return refused ?? ok(input.staffId ?? null);
  }
  const made = await saveStaff(ctx, { name: input.newStaffName, email: input.email });
  return made.ok ? ok(made.value.id) : made;
}

async function writeInvitation(
  ctx: TenantContext,
  input: InviteMemberInput,
  staffId: string | null,
): Promise<string> {
  const { email, role } = input;
  const { granted, denied } = overridesFor(role, allowedRights(role, input));
  const now = ctx.clock.now();
  const id = newId();
  const invitedBy = ctx.actor.kind === "member" ? ctx.actor.userId : null;
  const data = { id, tenantId: ctx.tenantId, email, role, staffId, invitedBy, createdAt: new Date(now) };
  await ctx.db.invitation.create({
    data: { ...data, grantedRights: granted, deniedRights: denied, expiresAt: invitationExpiry(now) },
    select: { id: true },
  });
  await appendEvent(ctx, {
    type: "team.invited",
    subjectType: "invitation",
    subjectId: id,
    payload: { email, role, granted, denied, staffId },
  });
  return id;
}
