import { env } from "#env.ts";

/**
 * Where a business's booking pages are, without a slash at the end: `http://<slug>.<booking domain>:<port>`. A
 * deployment that has an address of its own but no domain for its businesses serves them by path: `<app>/<slug>`.
 */
export function bookingAddress(slug: string): string {
  const app = new URL(env.APP_URL);
  const { hostname, protocol, port } = app;
  const local = hostname === "localhost" || hostname.endsWith(".localhost");
  if (env.BOOKING_DOMAIN === "localhost" && !local) return `${env.APP_URL}/${slug}`;
  return `${protocol}//${slug}.${env.BOOKING_DOMAIN}${port ? `:${port}` : ""}`;
}
