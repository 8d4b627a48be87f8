import { clientNetwork } from "#delivery/http/client-network.ts";
import { logger } from "#delivery/http/logger.ts";
import { publicRateLimiter } from "#delivery/http/rate-limit.ts";
import { errorResponse } from "#delivery/rest/respond.ts";
import { callsOf, matchPath } from "#delivery/rest/routes.ts";
import { holdsNul, nulWords } from "#kernel/holds-nul.ts";
import { identifyBuilder } from "#modules/builders/identify-builder.ts";
import { getBusiness, getBusinesses, putBusiness } from "./businesses.ts";
import { deleteHost, putHost } from "./hosts.ts";
import type { PlatformHandler } from "./platform-call.ts";
import { putHours, putService, putStaff } from "./setup.ts";
import { getPlans, postPlan, postRestore, postSuspend } from "./standing.ts";
import { deleteUser, putUser } from "./users.ts";

export const platformPrefix = "/api/platform/v1/";

type Route = { pattern: string; handlers: Readonly<Record<string, PlatformHandler>> };

/** The endpoints for website builders (A1, K4), below `/api/platform/v1/`. */
const routes: readonly Route[] = [
  { pattern: "plans", handlers: { GET: getPlans } },
  { pattern: "businesses", handlers: { GET: getBusinesses } },
  { pattern: "businesses/:reference", handlers: { GET: getBusiness, PUT: putBusiness } },
  { pattern: "businesses/:reference/plan", handlers: { POST: postPlan } },
  { pattern: "businesses/:reference/suspend", handlers: { POST: postSuspend } },
  { pattern: "businesses/:reference/restore", handlers: { POST: postRestore } },
  { pattern: "businesses/:reference/hosts/:host", handlers: { PUT: putHost, DELETE: deleteHost } },
  { pattern: "businesses/:reference/users/:email", handlers: { PUT: putUser, DELETE: deleteUser } },
  { pattern: "businesses/:reference/services/:slug", handlers: { PUT: putService } },
  { pattern: "businesses/:reference/staff/:email", handlers: { PUT: putStaff } },
  { pattern: "businesses/:reference/hours", handlers: { PUT: putHours } },
];

/** Each endpoint with its method, as the table of rights names them: `GET plans`. */
export const platformCalls = callsOf(routes);

/** Answers one request of a website builder. Surprises become a 500 that tells nothing of the inside. */
export async function handlePlatformRequest(request: Request): Promise<Response> {
  const limit = await publicRateLimiter().take(clientNetwork(request.headers));
  const response = limit.allowed ? await answer(request) : tooMany();
  for (const [name, value] of Object.entries(limit.headers)) response.headers.set(name, value);
  // A key belongs on a server: no page of another site is told anything.
  response.headers.delete("Access-Control-Allow-Origin");
  return response;
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(platformPrefix.length).split("/").map(decodePart);
  const route = routes.find(({ pattern }) => matchPath(pattern, path) !== null);
  try {
    const builder = await identifyBuilder(bearerOf(request));
    if (!builder) return unauthorized();
    if (!route)
      return errorResponse({ status: 404, code: "not_found", message: "There is no such endpoint." });
    const handler = route.handlers[request.method];
    if (!handler) return methodNotAllowed(route);
    if (holdsNul([...path, ...url.searchParams.values()]))
      return errorResponse({ status: 400, code: "invalid_request", message: nulWords });
    const params = matchPath(route.pattern, path) ?? {};
    const text = request.method === "GET" ? "" : await request.text();
    return await handler({ request, url, params, text, builder });
  } catch (error) {
    if (isLockTimeout(error)) return busy();
    logger().error({ err: error, route: route?.pattern }, "the platform API failed");
    const message = "Something went wrong on our side. Please try again.";
    return errorResponse({ status: 500, code: "internal", message });
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function bearerOf(request: Request): string {
  return /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
}

function unauthorized(): Response {
  const message = "Send a key of this installation: Authorization: Bearer <key>.";
  return errorResponse({ status: 401, code: "unauthorized", message }, { "WWW-Authenticate": "Bearer" });
}

function tooMany(): Response {
  const message = "Too many requests. Please wait a moment.";
  return errorResponse({ status: 429, code: "rate_limited", message });
}

function methodNotAllowed({ handlers }: Route): Response {
  const allowed = Object.keys(handlers).join(", ");
  return errorResponse(
    { status: 405, code: "method_not_allowed", message: `Use ${allowed} here.` },
    { Allow: allowed },
  );
}

/** Another request for the same thing has been running for seconds (PostgreSQL's lock_not_available). */
function isLockTimeout(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "55P03";
}

function busy(): Response {
  const message = "Another request for the same business is still running. Please try again.";
  return errorResponse({ status: 409, code: "in_progress", message }, { "Retry-After": "1" });
}
