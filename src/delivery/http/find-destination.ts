import { type ResolvedTenant, resolveTenant } from "#modules/tenants/resolve-tenant.ts";
import { siteBase, type Way } from "#modules/tenants/rules/addresses.ts";
import { type Destination, type HostSettings, routeHost } from "./route-host.ts";

/** A business's booking pages, however they were asked for. */
export type Pages = {
  kind: "pages";
  way: Way;
  /** As it was asked for: the business may have another one by now. */
  slug: string;
  /** Null when nobody has this slug. */
  business: ResolvedTenant | null;
  base: string;
  path: string;
};

/** Where a request goes, once the database has said whose host or slug it is. */
export type Found = { kind: "app" } | { kind: "nowhere" } | Pages;

/** Host and path of a request. */
export type Asked = { host: string | null; path: string };

/**
 * Which business's pages a request is for, from verified hosts only (A1, A4, A5). It is decided here, once; whatever
 * comes after takes the business from the answer, never from anything that a visitor can add.
 */
export async function findDestination(asked: Asked, settings: HostSettings): Promise<Found> {
  const destination = routeHost(asked.host, asked.path, settings);
  if (destination.kind === "addedHost") return pagesOfHost(destination);
  if (destination.kind !== "pages") return destination;
  const found = await resolveTenant({ slug: destination.slug });
  return { ...destination, business: found.ok ? found.value : null };
}

/** On its own domain a business has everything; of a website builder's site only /book and what is below is ours. */
async function pagesOfHost({ host, path }: Extract<Destination, { kind: "addedHost" }>): Promise<Found> {
  const found = await resolveTenant({ host });
  if (!found.ok) return { kind: "nowhere" };
  const { slug, hostKind } = found.value;
  const pages = { kind: "pages", slug, business: found.value } as const;
  if (hostKind !== "site") return { ...pages, way: "custom", base: "", path };
  if (path !== siteBase && !path.startsWith(`${siteBase}/`)) return { kind: "nowhere" };
  return { ...pages, way: "site", base: siteBase, path: path.slice(siteBase.length) || "/" };
}
