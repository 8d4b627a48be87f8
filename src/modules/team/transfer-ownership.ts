import { appendEvent } from "#database/events.ts";
import { type MemberActor, type TenantContext, withTenant } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import type { TenantId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { proveIdentity } from "#modules/accounts/prove-identity.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { TransferOwnershipInput } from "./schema.ts";
import { findMember, lockTeam, readMembers } from "./team-rows.ts";

export type Asker = { tenantId: TenantId; actor: MemberActor; sessionId: string };

type Reason = "forbidden" | "notFound" | "invalid" | "rateLimited";

/**
 * Hands the business over (F5): a member becomes its owner, and whoever was the owner an admin. It cannot be taken back
 * by those who do it, so they prove once more who they are.
 */
export async function transferOwnership(
  { tenantId, actor, sessionId }: Asker,
  input: TransferOwnershipInput,
  clock: Clock = systemClock,
): Promise<Result<{ id: string }, Reason>> {
  const refused = requireRight(actor, "business.own") ?? refuseOthers(actor);
  if (refused) return refused;
  const { userId } = actor;
  const unproven = await proveIdentity({ userId, sessionId, currentPassword: input.currentPassword }, clock);
  if (unproven) return unproven;
  return withTenant({ tenantId, actor, clock }, (ctx) => handOver(ctx, userId, input.id));
}

/** A platform admin who acts as the business does not give it away. */
function refuseOthers(actor: MemberActor) {
  if (actor.role === "owner" && !actor.isPlatformAdmin) return null;
  return refuse("forbidden", "Only an owner can hand the business over.");
}

async function handOver(
  ctx: TenantContext,
  userId: string,
  heirId: string,
): Promise<Result<{ id: string }, Reason>> {
  const locked = await lockTeam(ctx);
  if (locked) return locked;
  const heir = await findMember(ctx, heirId);
  if (!heir) return refuse("notFound", "This person is no longer in the team.");
  if (heir.role === "owner") return refuse("invalid", `${heir.name} is an owner already.`);
  const owner = (await readMembers(ctx)).find((member) => member.userId === userId);
  if (!owner) return refuse("forbidden", "You are no longer in the team.");
  const plain = { grantedRights: [], deniedRights: [] };
  await ctx.db.membership.updateMany({ where: { id: heir.id }, data: { role: "owner", ...plain } });
  await ctx.db.membership.updateMany({ where: { id: owner.id }, data: { role: "admin", ...plain } });
  await appendEvent(ctx, {
    type: "team.ownershipTransferred",
    subjectType: "membership",
    subjectId: heir.id,
    payload: {
      ...{ name: heir.name, email: heir.email, previousRole: heir.role, role: "owner" },
      formerOwner: { name: owner.name, email: owner.email },
    },
  });
  return ok({ id: heir.id });
}
