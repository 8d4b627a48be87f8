import { env } from "#env.ts";

/** The address of the installation is known when it runs, not when it is built. */
export const dynamic = "force-dynamic";

/** The team's pages and the API are nothing for search engines. */
const closed = ["/dashboard", "/api/", "/sign-in", "/sign-up", "/onboarding", "/platform", "/outbox"];

export function GET(): Response {
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${env.APP_URL}/sitemap.xml`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
