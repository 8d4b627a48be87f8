import { withTenant } from "#database/tenant-context.ts";
import { below } from "#delivery/http/lead-on.ts";
import { listServices } from "#modules/catalog/list-services.ts";
import type { Visit } from "./visit.ts";

/** GET …/sitemap.xml: the pages that search engines should know (A11). */
export async function showSitemap(visit: Visit): Promise<Response> {
  const services = await withTenant(visit.scope, (ctx) =>
    listServices(ctx, { publicOnly: true, includeArchived: false }),
  );
  const slugs = services.ok ? services.value.categories.flatMap((category) => category.services) : [];
  const paths = ["/", ...slugs.map(({ slug }) => `/book?service=${slug}`), "/privacy", "/terms"];
  const addresses = paths.map((path) => `  <url><loc>${escaped(below(visit.canonical, path))}</loc></url>`);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses,
    "</urlset>",
  ];
  return text(`${lines.join("\n")}\n`, "application/xml");
}

/** GET …/robots.txt: what is about one person's appointment is nobody's to index. Counts at a host's root only. */
export async function showRobots({ canonical, base }: Visit): Promise<Response> {
  const closed = ["manage", "booked", "book/details", "book/hold"].map((path) => `Disallow: ${base}/${path}`);
  return text(`User-agent: *\n${closed.join("\n")}\nSitemap: ${canonical}/sitemap.xml\n`, "text/plain");
}

function text(body: string, type: string): Response {
  const headers = { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "public, max-age=3600" };
  return new Response(body, { headers });
}

function escaped(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
