import { listDocuments } from "#delivery/documents/read-documents.ts";
import { env } from "#env.ts";

/** The address of the installation is known when it runs, not when it is built. */
export const dynamic = "force-dynamic";

/** The installation's own public pages; each business has a sitemap of its own. */
export async function GET(): Promise<Response> {
  const documents = await listDocuments();
  const paths = ["/", "/pricing", "/compare", "/docs", ...documents.map(({ topic }) => `/docs/${topic}`)];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `  <url><loc>${env.APP_URL}${path}</loc></url>`),
    "</urlset>",
  ];
  const headers = { "Content-Type": "application/xml; charset=utf-8" };
  return new Response(`${lines.join("\n")}\n`, { headers });
}
