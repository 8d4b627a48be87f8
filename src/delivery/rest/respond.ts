import type { z } from "zod";
import type { RefusalReason } from "#kernel/refusals.ts";
import type { Refused } from "#kernel/result.ts";

/** The status and code of each reason; a reason that is missing here does not compile. */
const answers: Readonly<Record<RefusalReason, { status: number; code: string }>> = {
  invalid: { status: 400, code: "invalid_request" },
  notFound: { status: 404, code: "not_found" },
  slotTaken: { status: 409, code: "slot_taken" },
  notOffered: { status: 422, code: "not_offered" },
  holdExpired: { status: 409, code: "hold_expired" },
  tooLate: { status: 422, code: "too_late" },
  wrongState: { status: 409, code: "wrong_state" },
  forbidden: { status: 403, code: "forbidden" },
  rateLimited: { status: 429, code: "rate_limited" },
  inUse: { status: 409, code: "in_use" },
  keyReused: { status: 422, code: "idempotency_key_reused" },
  planLimit: { status: 402, code: "plan_limit" },
  unavailable: { status: 502, code: "unavailable" },
};

type Headers = Record<string, string>;

const baseHeaders: Headers = {
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  // The API takes no cookies: any page may call it, as the business whose slug it names would.
  "Access-Control-Allow-Origin": "*",
};

export function json(status: number, body: unknown, headers: Headers = {}): Response {
  return jsonText(status, JSON.stringify(body), headers);
}

/** The same, of a body that is written already. */
export function jsonText(status: number, text: string, headers: Headers = {}): Response {
  return new Response(text, { status, headers: { ...baseHeaders, ...headers } });
}

/** A field of the request that is wrong, and what is wrong with it. */
export type FieldError = { field: string; message: string };

type ErrorBody = { status: number; code: string; message: string; details?: unknown; fields?: FieldError[] };

/** `{ "error": { code, message, details?, fields? } }`, the shape of every error of this API. */
export function errorResponse({ status, ...error }: ErrorBody, headers: Headers = {}): Response {
  return json(status, { error }, headers);
}

export function refusalResponse(refusal: Refused): Response {
  const { reason, message, details } = refusal;
  return errorResponse({ ...answers[reason], message, ...(details && { details: snakeCased(details) }) });
}

export function invalidResponse(error: z.ZodError): Response {
  const fields = error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
  const message = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join("; ");
  return errorResponse({ status: 400, code: "invalid_request", message, fields });
}

export const noContent = (headers: Headers) => new Response(null, { status: 204, headers });

/** Keys as this API writes them: `staffIds` becomes `staff_ids`, at every depth. */
export function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snakeKey(key), snakeCased(inner)]));
}

/** Names that are longer outside than in our own code. */
const publishedNames: Readonly<Record<string, string>> = { start: "start_time", end: "end_time" };

function snakeKey(key: string): string {
  return publishedNames[key] ?? key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
