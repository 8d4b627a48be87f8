import { withTenant } from "#database/tenant-context.ts";
import { businessOf } from "#delivery/http/business-of.ts";
import { logger } from "#delivery/http/logger.ts";
import { readPicture } from "#modules/pictures/read-picture.ts";
import { pictureIdIn } from "#modules/pictures/rules/picture-address.ts";

export type PictureParams = { params: Promise<{ slug: string; file: string }> };

/** A picture is data: opened on its own it may do nothing, and what is kept under an id never changes. */
const fixed = {
  "Cache-Control": "public, max-age=31536000, immutable",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
};

/**
 * GET /pictures/<slug>/<id>.webp, on every host of a business, below /book of its site, and on the installation's own
 * host, where the dashboard, letters and previews of links find it. On a business's host the host alone says whose
 * pictures there are, whatever the slug in the path. On the installation's own the slug does, as it does for /<slug>: it
 * selects the business whose rows this transaction sees and grants nothing, for pictures are as public as the pages that
 * show them, and no other row is read.
 */
export async function showPicture(request: Request, { params }: PictureParams): Promise<Response> {
  try {
    const { slug, file } = await params;
    return (await findPicture(request, slug, file)) ?? missing();
  } catch (error) {
    logger().error({ err: error }, "a picture could not be shown");
    return new Response(null, { status: 500, headers: { "Cache-Control": "no-store" } });
  }
}

async function findPicture(request: Request, slug: string, file: string): Promise<Response | null> {
  const id = pictureIdIn(file);
  const business = id && (await businessOf(request, slug));
  if (!business) return null;
  const scope = { tenantId: business.tenantId, actor: { kind: "customer" } } as const;
  const found = await withTenant(scope, (ctx) => readPicture(ctx, { id }));
  if (!found.ok) return null;
  const { bytes, mediaType } = found.value;
  const headers = { ...fixed, ETag: `"${id}"` };
  if (request.headers.get("if-none-match")?.includes(headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Type": mediaType } });
}

function missing(): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response("There is no picture at this address.\n", { status: 404, headers });
}
