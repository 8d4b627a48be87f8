import { type MemberActor, withPlatform } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import type { Shop } from "./shop.ts";

export type BuiltMember = { id: string; userId: string; email: string; actor: MemberActor };

type Overrides = { name?: string; staffId?: string; granted?: string[]; denied?: string[] };

/** Somebody who belongs to the business, with a login without a password. */
export async function aTeamMember(
  shop: Shop,
  role: MemberActor["role"],
  { name = "Max Member", staffId, granted = [], denied = [] }: Overrides = {},
): Promise<BuiltMember> {
  const [id, userId] = [newId(), newId()];
  const email = `member-${userId}@example.com`;
  await withPlatform((ctx) => ctx.db.user.create({ data: { id: userId, email, name } }));
  const row = { tenantId: shop.tenantId, id, userId, role, staffId: staffId ?? null };
  await shop.run((ctx) =>
    ctx.db.membership.create({ data: { ...row, grantedRights: granted, deniedRights: denied } }),
  );
  const actor: MemberActor = { kind: "member", userId, role, granted, denied };
  return { id, userId, email, actor: staffId ? { ...actor, staffId } : actor };
}
