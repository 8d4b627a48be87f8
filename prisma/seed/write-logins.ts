import type { PlatformContext, TenantContext } from "#database/tenant-context.ts";
import type { PlannedBusiness } from "./plan-business.ts";
import type { Random } from "./random.ts";

/** The password of every login of the demo data. */
export const demoPassword = "demo-owner-2026";

/**
 * `owner@<slug>.example` and `staff@<slug>.example`, who is the second person of the team. Returns the owner's user id.
 */
export async function writeLogins(
  ctx: TenantContext,
  plan: PlannedBusiness,
  by: { passwordHash: string; random: Random },
): Promise<string> {
  const { slug, owner } = plan.business;
  const ownerStaff = plan.staff.find((person) => person.name === owner);
  const colleague = plan.staff.find((person) => person !== ownerStaff);
  const logins = [
    {
      id: by.random.uuid(),
      email: `owner@${slug}.example`,
      name: owner,
      role: "owner",
      staffId: ownerStaff?.id,
    },
    {
      id: by.random.uuid(),
      email: `staff@${slug}.example`,
      name: colleague?.name ?? "Staff",
      role: "staff",
      staffId: colleague?.id,
    },
  ] as const;
  for (const { id, email, name, role, staffId } of logins) {
    await ctx.db.user.create({ data: { id, email, name }, select: { id: true } });
    await ctx.db.userCredential.create({
      data: { userId: id, passwordHash: by.passwordHash },
      select: { userId: true },
    });
    const membership = { tenantId: ctx.tenantId, id: by.random.uuid(), userId: id, role, staffId };
    await ctx.db.membership.create({ data: membership, select: { id: true } });
  }
  return logins[0].id;
}

/** The login of whoever runs the installation; the launcher makes it a platform admin, which the application cannot. */
export async function writeAdminLogin(
  { db }: PlatformContext,
  by: { passwordHash: string; random: Random },
): Promise<void> {
  const id = by.random.uuid();
  const data = { id, email: "admin@slotkeeper.example", name: "Robin Keller" };
  await db.user.create({ data, select: { id: true } });
  const credential = { userId: id, passwordHash: by.passwordHash };
  await db.userCredential.create({ data: credential, select: { userId: true } });
}
