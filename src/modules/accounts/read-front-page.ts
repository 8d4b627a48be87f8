import { platformQuery } from "#database/tenant-context.ts";

/** A business as the front page of a demo shows it, with the login that the demo data gave its owner. */
export type DemoBusiness = { slug: string; name: string; tagline: string | null; ownerEmail: string | null };

const listed = `
  SELECT b.slug, b.name, b.tagline, u.email AS "ownerEmail"
  FROM list_businesses() b LEFT JOIN users u ON u.email = 'owner@' || b.slug || '.example'`;

/** The businesses of this installation, for its front page in demo mode. */
export function readFrontPage(): Promise<DemoBusiness[]> {
  return platformQuery<DemoBusiness>(listed, [], "read_front_page");
}
