import { type NextRequest, NextResponse } from "next/server";
import { appPolicy, bookingPolicy, newNonce } from "#delivery/http/content-security-policy.ts";
import { type Found, findDestination, type Pages } from "#delivery/http/find-destination.ts";
import { hostName } from "#delivery/http/host-name.ts";
import { hostSettings } from "#delivery/http/host-settings.ts";
import { isArrival, leadOn } from "#delivery/http/lead-on.ts";
import { mayChangeState } from "#delivery/http/origin-check.ts";
import { plainPage } from "#delivery/http/plain-page.ts";
import { isPublicFile, isUploadedPicture } from "#delivery/http/public-files.ts";
import { securityHeaders } from "#delivery/http/security-headers.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { env } from "#env.ts";

/**
 * Left out: the build's own files, probes, signed events of providers, and what knows no cookies and names its business
 * in the path or asks about hosts. Everything else gets its tenant here, once, from the host or the first path segment,
 * and never from anything else.
 */
export const config = {
  matcher: [
    "/((?!_next/static/|_next/image|api/booking/|api/webhooks/|api/domains/ask$|healthz$|readyz$).*)",
  ],
};

const settings = hostSettings();
/** A booking page within the dashboard, in a frame: it keeps the booking pages' policy. */
const previewPath = "/dashboard/preview";
const development = env.NODE_ENV === "development";
const googleOrigins = env.GOOGLE_CLIENT_ID ? [new URL(env.GOOGLE_ISSUER_URL).origin] : [];

export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!mayChangeState(sourceOf(request))) {
    return refuse(
      403,
      "This request did not come from our own page",
      "Open the page again and repeat it there.",
    );
  }
  const found = await destinationOf(request);
  if (found.kind === "nowhere") return refuseUnknown();
  const path = found.kind === "pages" && found.way !== "path" ? found.path : request.nextUrl.pathname;
  if (isPublicFile(path)) return toFile(request, path);
  if (isUploadedPicture(path)) return toPicture(request, found, path);
  return found.kind === "pages" ? toPages(request, found) : toApp(request);
}

async function destinationOf({ headers, nextUrl }: NextRequest): Promise<Found> {
  if (headers.has(internalHeaders.forgedHost)) return { kind: "nowhere" };
  return findDestination({ host: headers.get("host"), path: nextUrl.pathname }, settings);
}

/** Where they are for everybody, also for pages of a site, which ask for them below /book. */
function toFile(request: NextRequest, path: string): NextResponse {
  if (path === request.nextUrl.pathname) return NextResponse.next();
  const url = request.nextUrl.clone();
  url.pathname = path;
  return NextResponse.rewrite(url);
}

/** A business's host shows its own pictures alone; on the installation's the slug in the path says whose it is. */
function toPicture(
  request: NextRequest,
  found: Exclude<Found, { kind: "nowhere" }>,
  path: string,
): NextResponse {
  if (found.kind === "pages" && !found.business) return refuseUnknown();
  const headers = new Headers(request.headers);
  headers.delete(internalHeaders.business);
  if (found.kind === "pages") headers.set(internalHeaders.business, JSON.stringify(found.business));
  const url = request.nextUrl.clone();
  url.pathname = path;
  return NextResponse.rewrite(url, { request: { headers } });
}

function toPages(request: NextRequest, pages: Pages): NextResponse {
  const onward = isArrival(arrivalOf(request)) ? leadOn(pages, hostName(request.headers.get("host"))) : null;
  if (onward !== null) return leadTo(request, onward + request.nextUrl.search);
  const nonce = newNonce();
  const policy = bookingPolicy({ nonce, development });
  const headers = forwardedHeaders(request, nonce, policy);
  headers.set(internalHeaders.bookingBase, pages.base);
  if (pages.business) headers.set(internalHeaders.business, JSON.stringify(pages.business));
  const url = request.nextUrl.clone();
  const slug = pages.business?.slug ?? pages.slug;
  url.pathname = `/sites/${slug}${pages.path === "/" ? "" : pages.path}`;
  const response = NextResponse.rewrite(url, { request: { headers } });
  // Whether a builder's site is always asked for by https is for the builder to say.
  return secured(response, policy, isEncrypted(request) && pages.way !== "site");
}

function toApp(request: NextRequest): NextResponse {
  const nonce = newNonce();
  const policy =
    request.nextUrl.pathname === previewPath
      ? bookingPolicy({ nonce, development })
      : appPolicy({ nonce, development, formTargets: googleOrigins });
  const headers = forwardedHeaders(request, nonce, policy);
  headers.set(internalHeaders.path, request.nextUrl.pathname + request.nextUrl.search);
  return secured(NextResponse.next({ request: { headers } }), policy, isEncrypted(request));
}

/** Next finds the nonce for its own scripts in the request's policy; pages find it in a header of its own. */
function forwardedHeaders(request: NextRequest, nonce: string, policy: string): Headers {
  const headers = new Headers(request.headers);
  headers.delete(internalHeaders.bookingBase);
  headers.delete(internalHeaders.business);
  headers.set(internalHeaders.nonce, nonce);
  headers.set("content-security-policy", policy);
  return headers;
}

function secured(response: NextResponse, policy: string, https: boolean): NextResponse {
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(https))) response.headers.set(name, value);
  return response;
}

function isEncrypted(request: NextRequest): boolean {
  return request.headers.get("x-forwarded-proto") === "https";
}

function sourceOf({ method, headers }: NextRequest) {
  return {
    method,
    host: headers.get("host"),
    origin: headers.get("origin"),
    secFetchSite: headers.get("sec-fetch-site"),
  };
}

function arrivalOf(request: NextRequest) {
  const { headers } = request;
  return { ...sourceOf(request), accept: headers.get("accept"), referer: headers.get("referer") };
}

/** Temporary. A path is on the host that was asked, whatever Next takes for its own; Next accepts whole addresses only. */
function leadTo(request: NextRequest, address: string): NextResponse {
  const asked = `${isEncrypted(request) ? "https" : "http"}://${request.headers.get("host")}`;
  const location = new URL(address, asked).href;
  const headers = { ...securityHeaders(false), "Cache-Control": "private, no-store", Location: location };
  return new NextResponse(null, { status: 307, headers });
}

function refuseUnknown(): NextResponse {
  return refuse(
    404,
    "There is nothing at this address",
    "Check the address, or ask the business for its booking page.",
  );
}

function refuse(status: number, title: string, advice: string): NextResponse {
  const page = plainPage(title, advice, newNonce());
  return new NextResponse(page.html, { status, headers: { ...securityHeaders(false), ...page.headers } });
}
