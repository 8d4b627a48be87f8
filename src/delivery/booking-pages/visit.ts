import type { TenantScope } from "#database/tenant-context.ts";
import { businessOf } from "#delivery/http/business-of.ts";
import { clientNetwork } from "#delivery/http/client-network.ts";
import { logger } from "#delivery/http/logger.ts";
import { publicRateLimiter } from "#delivery/http/rate-limit.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { withoutNul } from "#kernel/holds-nul.ts";
import { bookingAddress } from "#modules/tenants/booking-address.ts";
import type { PageModel } from "#ui/booking/view-model.ts";
import { filesBelow } from "./files-below.ts";
import type { PageBusiness } from "./frame.ts";
import { presentBroken, presentTooLarge, presentTooMany, presentUnknownBusiness } from "./present-notice.ts";
import { modelResponse, pageResponse, redirectResponse } from "./respond.ts";

/** The media type with which a page's address is asked for its model alone. */
const modelMediaType = "application/vnd.slotkeeper+json";

/** Far above the longest form, far below what would hurt. */
const longestFormBytes = 64_000;

/** A request to a business's pages, with everything that handlers need of it. */
export type Visit = {
  scope: TenantScope;
  slug: string;
  /** What links start with: "", "/<slug>", or "/book" on a website builder's site. */
  base: string;
  /** Where links that leave the page lead, whatever address it was asked for by; a page's path can follow (A3). */
  canonical: string;
  query: URLSearchParams;
  /** Fields of a POST; empty for a GET. */
  form: URLSearchParams;
  cookies: string;
  /** "https://host", as it was asked for. */
  origin: string;
};

/** What a handler answers: a page or the address of the next one. */
export type Answer = Shown | { redirect: string; cookie?: string };
export type Shown = {
  model: PageModel;
  business?: Pick<PageBusiness, "look">;
  status?: number;
  cookie?: string;
  headers?: Record<string, string>;
};

export type SiteParams = { params: Promise<{ slug: string; token?: string }> };
export type Handler = (visit: Visit, token: string) => Promise<Answer | Response>;

/** Resolves the business, runs the handler and answers with HTML, the model, or a redirection; never throws. */
export async function answerVisit(request: Request, site: SiteParams, handle: Handler): Promise<Response> {
  try {
    const { slug, token = "" } = await site.params;
    return await respond(request, await run(request, { slug, token }, handle));
  } catch (error) {
    logger().error({ err: error }, "a booking page failed");
    return respond(request, presentBroken(baseOf(request)));
  }
}

async function run(
  request: Request,
  site: { slug: string; token: string },
  handle: Handler,
): Promise<Answer | Response> {
  const base = baseOf(request);
  const business = await businessOf(request, site.slug);
  if (!business) return presentUnknownBusiness(base);
  const changes = request.method === "POST";
  if (changes) {
    const verdict = await publicRateLimiter().take(clientNetwork(request.headers));
    if (!verdict.allowed) return presentTooMany(base, verdict.headers);
  }
  const form = changes ? await readForm(request) : new URLSearchParams();
  if (!form) return presentTooLarge(base);
  const visit: Visit = {
    scope: { tenantId: business.tenantId, actor: { kind: "customer" } },
    slug: business.slug,
    base,
    canonical: bookingAddress(business),
    query: withoutNul(new URL(request.url).searchParams),
    form,
    cookies: request.headers.get("cookie") ?? "",
    origin: originOf(request),
  };
  return handle(visit, site.token);
}

async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (Number(request.headers.get("content-length") ?? 0) > longestFormBytes) return null;
  const body = await request.text();
  return body.length > longestFormBytes ? null : withoutNul(new URLSearchParams(body));
}

function respond(request: Request, answer: Answer | Response): Response {
  if (answer instanceof Response) return answer;
  if ("redirect" in answer) return redirectResponse(answer);
  const files = filesBelow(baseOf(request));
  const asked = request.headers.get("accept")?.includes(modelMediaType);
  if (asked) return modelResponse(answer, { mediaType: modelMediaType, files });
  return pageResponse(answer, { nonce: request.headers.get(internalHeaders.nonce) ?? "", files });
}

function baseOf(request: Request): string {
  return request.headers.get(internalHeaders.bookingBase) ?? "";
}

function originOf(request: Request): string {
  const scheme = request.headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${request.headers.get("host") ?? new URL(request.url).host}`;
}
