import { TRPCError } from "@trpc/server";
import type { z } from "zod";
import { withPlatform, withTenant } from "#database/tenant-context.ts";
import { tenantIdFrom } from "#kernel/ids.ts";
import type { RefusalReason } from "#kernel/refusals.ts";
import type { Result } from "#kernel/result.ts";
import type {
  AdminContext,
  AdminOfBusinessContext,
  PlatformAdmin,
} from "#modules/platform/platform-context.ts";
import { anyProcedure, unwrap } from "./procedures.ts";

/**
 * For platform admins alone (A8), asked anew at each request. Everybody else, signed in or not, is told that there is
 * nothing, as at any address that does not exist.
 */
export const platformAdminProcedure = anyProcedure.use(async ({ ctx, next }) => {
  const found = await ctx.login();
  if (!found?.isPlatformAdmin) {
    throw new TRPCError({ code: "NOT_FOUND", message: "There is nothing at this address." });
  }
  const admin: PlatformAdmin = { kind: "platformAdmin", userId: found.login.userId };
  return next({ ctx: { admin, sessionId: found.sessionId, acting: found.acting } });
});

type Outcome<Output> = Promise<Result<Output, RefusalReason>>;

/** Runs a verb across businesses. */
export async function acrossBusinesses<Output>(
  actor: PlatformAdmin,
  work: (ctx: AdminContext) => Outcome<Output>,
): Promise<Output> {
  return unwrap(await withPlatform((ctx) => work({ ...ctx, actor })));
}

/** Runs a verb inside of one business. */
export async function inBusiness<Output>(
  actor: PlatformAdmin,
  businessId: string,
  work: (ctx: AdminOfBusinessContext) => Outcome<Output>,
): Promise<Output> {
  const scope = { tenantId: tenantIdFrom(businessId), actor };
  return unwrap(await withTenant(scope, (ctx) => work({ ...ctx, actor })));
}

type Across<Input, Output> = (ctx: AdminContext, input: Input) => Outcome<Output>;
type Inside<Input, Output> = (ctx: AdminOfBusinessContext, input: Input) => Outcome<Output>;

/** A query of a verb that looks across businesses. */
export function platformQuery<Schema extends z.ZodType, Output>(
  input: Schema,
  verb: Across<z.output<Schema>, Output>,
) {
  return platformAdminProcedure
    .meta({ verb: verb.name })
    .input(input)
    .query(({ ctx, input: parsed }) =>
      acrossBusinesses(ctx.admin, (work) => verb(work, parsed as z.output<Schema>)),
    );
}

/** A query of such a verb that takes nothing but its context. */
export function platformQueryOfAll<Output>(verb: (ctx: AdminContext) => Outcome<Output>) {
  return platformAdminProcedure
    .meta({ verb: verb.name })
    .query(({ ctx }) => acrossBusinesses(ctx.admin, verb));
}

/** A mutation of a verb that works across businesses. */
export function platformMutation<Schema extends z.ZodType, Output>(
  input: Schema,
  verb: Across<z.output<Schema>, Output>,
) {
  return platformAdminProcedure
    .meta({ verb: verb.name })
    .input(input)
    .mutation(({ ctx, input: parsed }) =>
      acrossBusinesses(ctx.admin, (work) => verb(work, parsed as z.output<Schema>)),
    );
}

/** A query of a verb about the business that the input names. */
export function businessQuery<Schema extends z.ZodType<{ businessId: string }>, Output>(
  input: Schema,
  verb: Inside<z.output<Schema>, Output>,
) {
  return platformAdminProcedure
    .meta({ verb: verb.name })
    .input(input)
    .query(({ ctx, input: parsed }) => {
      const asked = parsed as z.output<Schema>;
      return inBusiness(ctx.admin, asked.businessId, (work) => verb(work, asked));
    });
}

/** A mutation of a verb about the business that the input names. */
export function businessMutation<Schema extends z.ZodType<{ businessId: string }>, Output>(
  input: Schema,
  verb: Inside<z.output<Schema>, Output>,
) {
  return platformAdminProcedure
    .meta({ verb: verb.name })
    .input(input)
    .mutation(({ ctx, input: parsed }) => {
      const asked = parsed as z.output<Schema>;
      return inBusiness(ctx.admin, asked.businessId, (work) => verb(work, asked));
    });
}
