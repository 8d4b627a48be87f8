import { withPlatform, withTenant } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { tenantIdFrom } from "#kernel/ids.ts";
import type {
  AdminContext,
  AdminOfBusinessContext,
  PlatformAdmin,
} from "#modules/platform/platform-context.ts";
import type { TestDatabase } from "#testing/database.ts";
import { aLogin } from "./login.ts";

/** Somebody who runs the installation, with ways to run verbs as them. */
export type BuiltAdmin = {
  userId: string;
  email: string;
  actor: PlatformAdmin;
  across<T>(work: (ctx: AdminContext) => Promise<T>, clock?: Clock): Promise<T>;
  inBusiness<T>(
    businessId: string,
    work: (ctx: AdminOfBusinessContext) => Promise<T>,
    clock?: Clock,
  ): Promise<T>;
};

export async function aPlatformAdmin(database: TestDatabase): Promise<BuiltAdmin> {
  const { userId, email } = await aLogin({ password: null });
  await database.owner.query("INSERT INTO platform_admin (user_id) VALUES ($1)", [userId]);
  const actor: PlatformAdmin = { kind: "platformAdmin", userId };
  return {
    ...{ userId, email, actor },
    across: (work, clock = systemClock) => withPlatform((ctx) => work({ ...ctx, actor }), clock),
    inBusiness: (businessId, work, clock = systemClock) =>
      withTenant({ tenantId: tenantIdFrom(businessId), actor, clock }, (ctx) => work({ ...ctx, actor })),
  };
}
