import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { ensureLogin } from "#modules/accounts/ensure-login.ts";
import { isLastOwner, lockTeam, type MemberRow, readMembers } from "#modules/team/team-rows.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseWithoutSay } from "./own-business.ts";
import type { BuilderUserInput } from "./schema.ts";

type Saved = { email: string; role: string; created: boolean };

/**
 * Gives somebody a role in the business, with a login if they have none (A1). They are the staff member who has the same
 * e-mail address, if there is one. The answer tells nothing of the login: a builder may name any address.
 */
export async function saveBuilderUser(
  ctx: TenantContext,
  { email, role, name }: BuilderUserInput,
): Promise<Result<Saved, "notFound" | "forbidden" | "wrongState">> {
  const refused = (await refuseWithoutSay(ctx)) ?? (await lockTeam(ctx));
  if (refused) return refused;
  const members = await readMembers(ctx);
  const before = members.find((member) => member.email === email);
  if (before?.role === role && before.staffId) return ok({ email, role, created: false });
  const lastOwner = before && before.role !== role ? await refuseLastOwner(ctx, before) : null;
  if (lastOwner) return lastOwner;

  const staffId = before?.staffId ?? (await freeCalendar(ctx, email, members));
  if (before?.role === role && staffId === null) return ok({ email, role, created: false });
  const { userId } = await ensureLogin(ctx, { email, name: name ?? email });
  const id = before?.id ?? newId();
  if (before) await ctx.db.membership.updateMany({ where: { id }, data: { role, staffId } });
  else {
    const row = { tenantId: ctx.tenantId, id, userId, role, staffId };
    await ctx.db.membership.create({ data: row, select: { id: true } });
  }
  await appendEvent(ctx, {
    type: before ? "team.memberChanged" : "team.joined",
    subjectType: "membership",
    subjectId: id,
    payload: { email, role, staffId, previousRole: before?.role ?? null },
  });
  await noteForPlatform(ctx, "business.userSaved", { userId, role });
  return ok({ email, role, created: !before });
}

async function refuseLastOwner(ctx: TenantContext, member: MemberRow): Promise<Refused<"wrongState"> | null> {
  if (!(await isLastOwner(ctx, member))) return null;
  return refuse("wrongState", "A business needs an owner: name another one first.");
}

/** The staff member with this address, unless somebody else signs in as them. */
async function freeCalendar(
  ctx: TenantContext,
  email: string,
  members: readonly MemberRow[],
): Promise<string | null> {
  const staff = await ctx.db.staff.findFirst({ where: { email, archivedAt: null }, select: { id: true } });
  return staff && !members.some((member) => member.staffId === staff.id) ? staff.id : null;
}
