import type { PlatformContext } from "#database/tenant-context.ts";
import { type MembershipRow, membershipOf } from "./membership-row.ts";
import type { Membership } from "./schema.ts";

/** The businesses that a login belongs to, by name. */
export async function readMemberships(
  ctx: PlatformContext,
  input: { userId: string },
): Promise<Membership[]> {
  const rows = await ctx.sql<MembershipRow>("SELECT * FROM businesses_of($1)", [input.userId]);
  return rows.map(membershipOf);
}
