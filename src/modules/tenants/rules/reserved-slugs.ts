/** Addresses of the application itself: no business may be called so (A5). */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "dashboard",
  "api",
  "sign-in",
  "sign-out",
  "sign-up",
  "outbox",
  "healthz",
  "readyz",
  "sites",
  "_next",
  "assets",
  "book",
  "manage",
  "docs",
  "pricing",
  "compare",
  "onboarding",
  "platform",
  "join",
  "account",
  "billing",
  "test-billing",
  "sitemap.xml",
  "help",
  "about",
  "status",
  "legal",
  "www",
  "mail",
  "app",
  "admin",
  "demo",
  "pictures",
  "privacy",
  "terms",
]);

const businessSlug = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a business may have this address: well-formed, and not one of the application's own (A5). */
export function isBusinessSlug(slug: string): boolean {
  return businessSlug.test(slug) && !reservedSlugs.has(slug);
}
