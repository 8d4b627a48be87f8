import type { Actor, PlatformContext, TenantContext } from "#database/tenant-context.ts";

export type PlatformAdmin = Extract<Actor, { kind: "platformAdmin" }>;

/** What a verb of the platform admin works with across businesses. Only `platformAdminProcedure` makes one. */
export type AdminContext = PlatformContext & { actor: PlatformAdmin };

/** The same, inside of one business. */
export type AdminOfBusinessContext = TenantContext & { actor: PlatformAdmin };
