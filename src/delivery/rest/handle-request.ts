import { clientNetwork } from "#delivery/http/client-network.ts";
import { logger } from "#delivery/http/logger.ts";
import { publicRateLimiter } from "#delivery/http/rate-limit.ts";
import { holdsNul, nulWords } from "#kernel/holds-nul.ts";
import { resolveTenant } from "#modules/tenants/resolve-tenant.ts";
import { deleteAppointment, getAppointment, postAppointment, putReschedule } from "./appointments.ts";
import { getAvailability, getMonth } from "./availability.ts";
import { getLocations, getService, getServices, getStaff, getStaffMember } from "./catalogue.ts";
import { errorResponse, noContent, refusalResponse } from "./respond.ts";
import { callsOf, type Handler, matchPath } from "./routes.ts";

export const apiPrefix = "/api/booking/v1/";

type Route = { pattern: string; handlers: Readonly<Record<string, Handler>> };

/** The public endpoints (K1), below `/api/booking/v1/<slug>/`. */
const routes: readonly Route[] = [
  { pattern: "availability", handlers: { GET: getAvailability } },
  { pattern: "availability/month", handlers: { GET: getMonth } },
  { pattern: "services", handlers: { GET: getServices } },
  { pattern: "services/:id", handlers: { GET: getService } },
  { pattern: "staff", handlers: { GET: getStaff } },
  { pattern: "staff/:id", handlers: { GET: getStaffMember } },
  { pattern: "locations", handlers: { GET: getLocations } },
  { pattern: "appointments", handlers: { POST: postAppointment } },
  { pattern: "appointments/:id", handlers: { GET: getAppointment } },
  { pattern: "appointments/:id/reschedule", handlers: { PUT: putReschedule } },
  { pattern: "appointments/:id/cancel", handlers: { DELETE: deleteAppointment } },
];

/** Each endpoint with its method, as the table of rights names them: `GET services`. */
export const publicCalls = callsOf(routes);

/** Answers one request to the public API. Surprises become a 500 that tells nothing of the inside. */
export async function handleRestRequest(request: Request): Promise<Response> {
  const limit = await publicRateLimiter().take(clientNetwork(request.headers));
  if (!limit.allowed) {
    const message = "Too many requests. Please wait a moment.";
    return errorResponse({ status: 429, code: "rate_limited", message }, limit.headers);
  }
  const response = await answer(request);
  for (const [name, value] of Object.entries(limit.headers)) response.headers.set(name, value);
  return response;
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [slug = "", ...path] = url.pathname.slice(apiPrefix.length).split("/").map(decodePart);
  const route = routes.find(({ pattern }) => matchPath(pattern, path) !== null);
  if (!route) return errorResponse({ status: 404, code: "not_found", message: "There is no such endpoint." });
  if (request.method === "OPTIONS") return preflight(route);
  const handler = route.handlers[request.method];
  if (!handler) return methodNotAllowed(route);
  if (holdsNul([...path, ...url.searchParams.values()]))
    return errorResponse({ status: 400, code: "invalid_request", message: nulWords });
  try {
    const tenant = await resolveTenant({ slug });
    if (!tenant.ok) return refusalResponse(tenant);
    const { tenantId, timeZone } = tenant.value;
    const scope = { tenantId, actor: { kind: "customer" } as const };
    return await handler({ request, url, params: matchPath(route.pattern, path) ?? {}, scope, timeZone });
  } catch (error) {
    logger().error({ err: error, route: route.pattern }, "the public API failed");
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

function methodsOf(route: Route): string {
  return Object.keys(route.handlers).join(", ");
}

function methodNotAllowed(route: Route): Response {
  const message = `Use ${methodsOf(route)} here.`;
  return errorResponse({ status: 405, code: "method_not_allowed", message }, { Allow: methodsOf(route) });
}

function preflight(route: Route): Response {
  return noContent({
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": methodsOf(route),
    "Access-Control-Allow-Headers": "Content-Type, Idempotency-Key",
    "Access-Control-Max-Age": "86400",
  });
}
