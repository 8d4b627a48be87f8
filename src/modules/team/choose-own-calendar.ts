import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { ChooseOwnCalendarInput } from "./schema.ts";
import { lockTeam, readMembers, refuseCalendar } from "./team-rows.ts";

/**
 * Says which staff member one is oneself (F5): an owner who also sees customers. It changes nothing about what one may
 * do, so it is the one thing that those who run the team change about themselves.
 */
export async function chooseOwnCalendar(
  ctx: TenantContext,
  input: ChooseOwnCalendarInput,
): Promise<Result<{ staffId: string | null }, "forbidden" | "notFound" | "inUse">> {
  const { actor } = ctx;
  const locked = requireRight(actor, "team.write") ?? (await lockTeam(ctx));
  if (locked) return locked;
  const members = await readMembers(ctx);
  const self = members.find(({ userId }) => actor.kind === "member" && userId === actor.userId);
  if (!self) return refuse("notFound", "You are no longer in the team.");
  const { staffId } = input;
  const refused = staffId ? await refuseCalendar(ctx, staffId, self.id) : null;
  if (refused) return refused;
  await ctx.db.membership.updateMany({ where: { id: self.id }, data: { staffId } });
  await appendEvent(ctx, {
    type: "team.memberChanged",
    subjectType: "membership",
    subjectId: self.id,
    payload: {
      name: self.name,
      email: self.email,
      staffId,
      before: { staffId: self.staffId },
    },
  });
  return ok({ staffId });
}
