import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";
import type { Role } from "#modules/accounts/schema.ts";
import type { TeamMember } from "./rules/team-rules.ts";

export type MemberRow = TeamMember & {
  id: string;
  email: string;
  role: Role;
  granted: string[];
  denied: string[];
  staffId: string | null;
  staffName: string | null;
  since: Date;
};

const selectMembers = `
  SELECT m.id, m.user_id AS "userId", u.name, u.email, m.role, m.granted_rights AS granted,
    m.denied_rights AS denied, m.staff_id AS "staffId", s.name AS "staffName", m.created_at AS since
  FROM membership m JOIN users u ON u.id = m.user_id
  LEFT JOIN staff s ON s.tenant_id = m.tenant_id AND s.id = m.staff_id
  WHERE m.tenant_id = $1`;

/** The team: owners first, then admins, then staff, by name. */
export function readMembers(ctx: TenantContext): Promise<MemberRow[]> {
  const order = "ORDER BY array_position(ARRAY['owner', 'admin', 'staff'], m.role), u.name, m.id";
  return ctx.sql<MemberRow>(`${selectMembers} ${order}`, [ctx.tenantId], "list_team");
}

/** One member, by the id of the membership. */
export async function findMember(ctx: TenantContext, id: string): Promise<MemberRow | null> {
  const [row] = await ctx.sql<MemberRow>(`${selectMembers} AND m.id = $2`, [ctx.tenantId, id]);
  return row ?? null;
}

/**
 * Has changes of one team follow one another, so that two owners who remove each other at once do not leave a business
 * without any, and refuses whoever was removed or lost the role meanwhile.
 */
export async function lockTeam(ctx: TenantContext): Promise<Refused<"forbidden"> | null> {
  await ctx.sql("SELECT FROM tenant WHERE id = $1 FOR NO KEY UPDATE", [ctx.tenantId]);
  const { actor } = ctx;
  if (actor.kind !== "member" || actor.isPlatformAdmin) return null;
  const { userId, role } = actor;
  if ((await ctx.db.membership.count({ where: { userId, role } })) > 0) return null;
  return refuse("forbidden", "What you may do here has changed meanwhile. Load the page again.");
}

/** Whether a business would be left without an owner if this member were none. */
export async function isLastOwner(ctx: TenantContext, { id, role }: MemberRow): Promise<boolean> {
  if (role !== "owner") return false;
  return (await ctx.db.membership.count({ where: { role: "owner", id: { not: id } } })) === 0;
}

/**
 * Null when the staff member is there and nobody else's calendar, else the refusal. Who sees their own calendar only gives
 * no other one away (F5): it would show what they may not see, to themselves or to whom they choose.
 */
export async function refuseCalendar(
  ctx: TenantContext,
  staffId: string,
  memberId?: string,
): Promise<Refused<"forbidden" | "notFound" | "inUse"> | null> {
  const staff = await ctx.db.staff.findFirst({
    where: { id: staffId, archivedAt: null },
    select: { name: true },
  });
  if (!staff) return refuse("notFound", "This staff member is no longer there: choose again.");
  const { actor } = ctx;
  if (seesOnlyOwnCalendar(actor) && !(actor.kind === "member" && actor.staffId === staffId)) {
    return refuse("forbidden", "You see your own calendar only: ask an owner to say whose the others are.");
  }
  const others = memberId ? { id: { not: memberId } } : {};
  if ((await ctx.db.membership.count({ where: { staffId, ...others } })) === 0) return null;
  const words = `Somebody else signs in as ${staff.name}: choose another staff member.`;
  return refuse("inUse", words, { field: "staffId" });
}
