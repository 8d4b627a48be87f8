import type { z } from "zod";
import type { TenantScope } from "#database/tenant-context.ts";
import { holdsNul, nulWords } from "#kernel/holds-nul.ts";
import { errorResponse, invalidResponse } from "./respond.ts";

/** One request to an endpoint of a business. */
export type Call = {
  request: Request;
  url: URL;
  /** The placeholders of the route's pattern. */
  params: Readonly<Record<string, string>>;
  scope: TenantScope;
  /** The business's own zone. */
  timeZone: string;
};

export type Handler = (call: Call) => Promise<Response>;

/** Bodies are small; what is larger is not a booking. */
const maximumBodyBytes = 64 * 1024;

type Body<T> = { ok: true; value: T } | { ok: false; response: Response };

/** The JSON body, parsed by `schema`, or the 400 that says what is wrong. `absent` stands for an empty body. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  absent?: unknown,
): Promise<Body<z.infer<Schema>>> {
  return parseBody(await request.text(), schema, absent);
}

/** The same, of a body that was read. */
export function parseBody<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  absent?: unknown,
): Body<z.infer<Schema>> {
  if (text.length > maximumBodyBytes) return malformed(413, "The request is larger than 64 KB.");
  const body = text === "" ? absent : parseJson(text);
  if (body === undefined) return malformed(400, "Send a JSON object.");
  if (holdsNul(body)) return malformed(400, nulWords);
  const parsed = schema.safeParse(body);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, response: invalidResponse(parsed.error) };
}

function malformed(status: number, message: string): Body<never> {
  return { ok: false, response: errorResponse({ status, code: "invalid_request", message }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether `path` has the shape of `pattern` (`appointments/:id/cancel`), and what its placeholders hold. */
export function matchPath(pattern: string, path: readonly string[]): Record<string, string> | null {
  const parts = pattern.split("/");
  if (parts.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const given = path[index] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = given;
    else if (part !== given) return null;
  }
  return params;
}

/** The method and pattern of each endpoint: `GET services/:id`. */
export function callsOf(
  routes: readonly { pattern: string; handlers: Readonly<Record<string, unknown>> }[],
): string[] {
  return routes.flatMap(({ pattern, handlers }) =>
    Object.keys(handlers).map((method) => `${method} ${pattern}`),
  );
}
