import { createHash } from "node:crypto";
import type { z } from "zod";
import type { TenantContext } from "#database/tenant-context.ts";
import { IdempotencyHeader } from "#delivery/rest/inputs.ts";
import { invalidResponse, json, noContent, refusalResponse } from "#delivery/rest/respond.ts";
import { parseBody } from "#delivery/rest/routes.ts";
import { ok, type Refused, type Result } from "#kernel/result.ts";
import {
  carryOutOnce,
  type KeptAnswer,
  type KeyedRequest,
  type OnceOutcome,
} from "#modules/builders/carry-out-once.ts";
import { businessReference, type IdentifiedBuilder } from "#modules/builders/schema.ts";
import { type BuilderScope, withBuilderBusiness } from "#modules/builders/with-builder-business.ts";

/** One request of a website builder. */
export type PlatformCall = {
  request: Request;
  url: URL;
  /** The placeholders of the route's pattern. */
  params: Readonly<Record<string, string>>;
  /** The body as it came: what an Idempotency-Key stands for. */
  text: string;
  builder: IdentifiedBuilder;
};

export type PlatformHandler = (call: PlatformCall) => Promise<Response>;

type Answer = { ok: true; value: KeptAnswer } | Refused;
type Within = <T>(scope: BuilderScope, work: (ctx: TenantContext) => Promise<T>) => Promise<T | Refused>;

/** What `parse` makes of a part of the request, or the 400 that says what is wrong. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { ok: true; value: z.infer<Schema> } | { ok: false; response: Response } {
  const result = schema.safeParse(value);
  return result.success ? ok(result.data) : { ok: false, response: invalidResponse(result.error) };
}

export function bodyOf<Schema extends z.ZodType>(call: PlatformCall, schema: Schema, absent?: unknown) {
  return parseBody(call.text, schema, absent);
}

/** Reads from the business that the path names. */
export async function reading<T>(
  call: PlatformCall,
  verb: (ctx: TenantContext) => Promise<Result<T, "notFound">>,
  shown: (value: T) => unknown,
): Promise<Response> {
  const scope = scopeOf(call);
  if (!scope.ok) return scope.response;
  const result = (await withBuilderBusiness(scope.value, verb)) as Result<T, "notFound">;
  return result.ok ? json(200, shown(result.value)) : refusalResponse(result);
}

/** Changes the business that the path names, once for each `Idempotency-Key`. */
export async function writing(
  call: PlatformCall,
  work: (ctx: TenantContext, scope: BuilderScope) => Promise<Answer>,
  within: Within = withBuilderBusiness,
): Promise<Response> {
  const scope = scopeOf(call);
  if (!scope.ok) return scope.response;
  const key = parsed(IdempotencyHeader, call.request.headers.get("idempotency-key") ?? undefined);
  if (!key.ok) return key.response;
  const request = key.value ? keyed(call, key.value) : null;
  const outcome = await within(scope.value, (ctx) =>
    carryOutOnce(ctx, request, () => work(ctx, scope.value)),
  );
  return respond(outcome);
}

function scopeOf({ params, builder }: PlatformCall) {
  const reference = parsed(businessReference, params.reference);
  return reference.ok ? ok({ builder, reference: reference.value }) : reference;
}

function keyed({ request, url, text, builder }: PlatformCall, key: string): KeyedRequest {
  const said = `${request.method} ${url.pathname}\n${text}`;
  const requestHash = createHash("sha256").update(said).digest("hex");
  return { builderId: builder.builderId, key, requestHash };
}

function respond(outcome: OnceOutcome): Response {
  if (!outcome.ok) return refusalResponse(outcome);
  const { status, body, replayed } = outcome.value;
  const headers: Record<string, string> = replayed ? { "Idempotency-Replayed": "true" } : {};
  return status === 204 ? noContent(headers) : json(status, body, headers);
}
