import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { holdsNul, nulWords } from "#kernel/holds-nul.ts";
import type { RefusalReason } from "#kernel/refusals.ts";
import { type Result, refuse } from "#kernel/result.ts";
import type { TrpcContext, TrpcMember } from "./context.ts";
import { RefusalError } from "./refusal-codes.ts";

/** `verb`: the one verb that a procedure calls. */
export type ProcedureMeta = { verb: string };

const unexpected = "Something went wrong on our side, and nothing was changed. Try again in a moment.";

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ shape, error }) {
      const { stack: _stack, ...data } = shape.data;
      const refusal = error instanceof RefusalError ? error.refusal : null;
      return {
        ...shape,
        message: wordsFor(error),
        data: {
          ...data,
          reason: refusal?.reason ?? null,
          details: refusal?.details ?? null,
          fields: error.cause instanceof z.ZodError ? fieldMessages(error.cause) : null,
        },
      };
    },
  });

function wordsFor(error: TRPCError): string {
  if (error.cause instanceof z.ZodError) return error.cause.issues[0]?.message ?? "Check what you entered.";
  return error.code === "INTERNAL_SERVER_ERROR" ? unexpected : error.message;
}

/** The first message for each field, by its path (`customer.email`). */
function fieldMessages(error: z.ZodError): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const { path, message } of error.issues) messages[path.join(".")] ??= message;
  return messages;
}

export const router = t.router;
export const createCaller = t.createCallerFactory;
/** What every kind of procedure begins with. */
export const anyProcedure = t.procedure.use(async ({ getRawInput, next }) => {
  if (holdsNul(await getRawInput())) throw new TRPCError({ code: "BAD_REQUEST", message: nulWords });
  return next();
});

/**
 * For members of a business who are signed in; the business comes from their session, never from the input. A page of
 * another one, open in a second tab or since they were taken out of its team, changes nothing in this one.
 */
export const memberProcedure = anyProcedure.use(async ({ ctx, next }) => {
  const member = await ctx.member();
  if (!member) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to continue." });
  if (ctx.pageBusiness !== null && ctx.pageBusiness !== member.tenantId) {
    const words = "You work in another business by now, and nothing was changed there. Load this page again.";
    throw new RefusalError(refuse("wrongState", words));
  }
  return next({ ctx: { member } });
});

/** For everybody who is signed in, also those who belong to no business yet. */
export const loginProcedure = anyProcedure.use(async ({ ctx, next }) => {
  const found = await ctx.login();
  if (!found) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to continue." });
  return next({ ctx: found });
});

/**
 * For what is the login's alone: its password, second step and browsers, and businesses of its own. A website builder may
 * name any address as a user of its business (A1), so what it opened neither sees nor changes any of that.
 */
export const ownLoginProcedure = loginProcedure.use(({ ctx, next }) => {
  if (!ctx.isFromSite) return next();
  const words = "You came here from your site, into this business alone. Sign in here by e-mail to do this.";
  throw new RefusalError(refuse("forbidden", words));
});

export type Verb<Input, Output> = (
  ctx: TenantContext,
  input: Input,
) => Promise<Result<Output, RefusalReason>>;

/** The value of an outcome, or the refusal thrown as this transport's error. */
export function unwrap<Output>(result: Result<Output, RefusalReason>): Output {
  if (!result.ok) throw new RefusalError(result);
  return result.value;
}

async function perform<Input, Output>(
  { tenantId, actor }: TrpcMember,
  verb: Verb<Input, Output>,
  input: Input,
): Promise<Output> {
  return unwrap(await withTenant({ tenantId, actor }, (ctx) => verb(ctx, input)));
}

/** A query that parses with the verb's schema and calls the verb. */
export function queryOf<Schema extends z.ZodType, Output>(
  input: Schema,
  verb: Verb<z.output<Schema>, Output>,
) {
  return memberProcedure
    .meta({ verb: verb.name })
    .input(input)
    .query(({ ctx, input: parsed }) => perform(ctx.member, verb, parsed as z.output<Schema>));
}

/** A mutation that parses with the verb's schema and calls the verb. */
export function mutationOf<Schema extends z.ZodType, Output>(
  input: Schema,
  verb: Verb<z.output<Schema>, Output>,
) {
  return memberProcedure
    .meta({ verb: verb.name })
    .input(input)
    .mutation(({ ctx, input: parsed }) => perform(ctx.member, verb, parsed as z.output<Schema>));
}

/** A query of a verb that takes nothing but its context. */
export function queryOfAll<Output>(verb: (ctx: TenantContext) => Promise<Result<Output, RefusalReason>>) {
  return memberProcedure.meta({ verb: verb.name }).query(({ ctx }) => perform(ctx.member, verb, undefined));
}

/** A mutation of a verb that takes nothing but its context. */
export function mutationOfAll<Output>(verb: (ctx: TenantContext) => Promise<Result<Output, RefusalReason>>) {
  return memberProcedure
    .meta({ verb: verb.name })
    .mutation(({ ctx }) => perform(ctx.member, verb, undefined));
}
