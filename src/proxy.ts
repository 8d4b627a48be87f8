import { type NextRequest, NextResponse } from "next/server";
import { appPolicy, bookingPolicy, newNonce } from "#delivery/http/content-security-policy.ts";
import { hostSettings } from "#delivery/http/host-settings.ts";
import { mayChangeState } from "#delivery/http/origin-check.ts";
import { plainPage } from "#delivery/http/plain-page.ts";
import { type Destination, routeHost } from "#delivery/http/route-host.ts";
import { securityHeaders } from "#delivery/http/security-headers.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { env } from "#env.ts";

/**
 * Left out: files, probes, and the public API, which knows no cookies and names its business in the path. Everything
 * else gets its tenant here, once, from the host or the first path segment, and never from anything else.
 */
export const config = {
  matcher: ["/((?!_next/static/|_next/image|assets/|demo/|api/booking/|healthz$|readyz$).*)"],
};

const settings = hostSettings();
const development = env.NODE_ENV === "development";
const googleOrigins = env.GOOGLE_CLIENT_ID ? ["https://accounts.google.com"] : [];

export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!mayChangeState(sourceOf(request))) {
    return refuse(
      403,
      "This request did not come from our own page",
      "Open the page again and repeat it there.",
    );
  }
  const destination = await ownDomainResolved(
    routeHost(request.headers.get("host"), request.nextUrl.pathname, settings),
  );
  if (destination.kind === "site") return toSite(request, destination);
  if (destination.kind === "app") return toApp(request);
  return refuse(
    404,
    "There is nothing at this address",
    "Check the address, or ask the business for its booking page.",
  );
}

/** The database says whose domain it is; only hosts that are neither ours nor a subdomain of ours ask it. */
async function ownDomainResolved(destination: Destination): Promise<Destination> {
  if (destination.kind !== "ownDomain") return destination;
  const { resolveTenant } = await import("#modules/tenants/resolve-tenant.ts");
  const tenant = await resolveTenant({ host: destination.host });
  if (!tenant.ok) return { kind: "nowhere" };
  return { kind: "site", slug: tenant.value.slug, base: "", path: destination.path };
}

function toSite(request: NextRequest, site: Extract<Destination, { kind: "site" }>): NextResponse {
  const nonce = newNonce();
  const policy = bookingPolicy({ nonce, development });
  const headers = forwardedHeaders(request, nonce, policy);
  headers.set(internalHeaders.bookingBase, site.base);
  const url = request.nextUrl.clone();
  url.pathname = `/sites/${site.slug}${site.path === "/" ? "" : site.path}`;
  return secured(NextResponse.rewrite(url, { request: { headers } }), request, policy);
}

function toApp(request: NextRequest): NextResponse {
  const nonce = newNonce();
  const policy = appPolicy({ nonce, development, formTargets: googleOrigins });
  const headers = forwardedHeaders(request, nonce, policy);
  headers.set(internalHeaders.path, request.nextUrl.pathname + request.nextUrl.search);
  return secured(NextResponse.next({ request: { headers } }), request, policy);
}

/** Next finds the nonce for its own scripts in the request's policy; pages find it in a header of its own. */
function forwardedHeaders(request: NextRequest, nonce: string, policy: string): Headers {
  const headers = new Headers(request.headers);
  headers.delete(internalHeaders.bookingBase);
  headers.set(internalHeaders.nonce, nonce);
  headers.set("content-security-policy", policy);
  return headers;
}

function secured(response: NextResponse, request: NextRequest, policy: string): NextResponse {
  response.headers.set("Content-Security-Policy", policy);
  const https = request.headers.get("x-forwarded-proto") === "https";
  for (const [name, value] of Object.entries(securityHeaders(https))) response.headers.set(name, value);
  return response;
}

function sourceOf(request: NextRequest) {
  return {
    method: request.method,
    host: request.headers.get("host"),
    origin: request.headers.get("origin"),
    secFetchSite: request.headers.get("sec-fetch-site"),
  };
}

function refuse(status: number, title: string, advice: string): NextResponse {
  const page = plainPage(title, advice, newNonce());
  return new NextResponse(page.html, { status, headers: { ...securityHeaders(false), ...page.headers } });
}
