import type { Actor } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { hasRight } from "#modules/accounts/rules/rights.ts";
import type { Role } from "#modules/accounts/schema.ts";
import { allowedRights, type GivenRole, permissions } from "./permissions.ts";

/** A member as these rules see one. */
export type TeamMember = {
  userId: string;
  name: string;
  role: Role;
  granted: readonly string[];
  denied: readonly string[];
};

export type Standing = { role: GivenRole; granted: readonly string[]; denied: readonly string[] };

/** Whether the actor is this member. */
export function isSelf(actor: Actor, member: { userId: string }): boolean {
  return actor.kind === "member" && actor.userId === member.userId && !actor.isPlatformAdmin;
}

/**
 * Nobody changes or removes somebody who may do more than they do: an admin no owner, and nobody whom an owner has given
 * rights that they have not (F5).
 */
export function refuseOutranked(actor: Actor, member: TeamMember): Refused<"forbidden"> | null {
  const ownersOnly = member.role === "owner" && actor.kind === "member" && actor.role !== "owner";
  const more = allowedRights(member.role, member).some((right) => !hasRight(actor, right));
  if (!ownersOnly && !more) return null;
  return refuse("forbidden", `${member.name} may do more here than you: only an owner can change that.`);
}

/** Nobody gives rights that they do not have themselves (F5); what somebody had before they may keep. */
export function refuseGiving(
  actor: Actor,
  next: Standing,
  before?: Pick<TeamMember, "role" | "granted" | "denied">,
): Refused<"forbidden"> | null {
  const had = before ? allowedRights(before.role, before) : [];
  const given = allowedRights(next.role, next).filter((right) => !had.includes(right));
  const lacking = given.filter((right) => !hasRight(actor, right));
  if (lacking.length === 0) return null;
  const named = permissions.find((permission) => permission.rights.some((right) => lacking.includes(right)));
  const what = named ? ` (“${named.words}”)` : "";
  return refuse("forbidden", `You cannot allow others what you may not do yourself${what}. Ask an owner.`, {
    rights: lacking,
  });
}
