/** The headers that say from which page a request was made. `host` is the settled one, with its port. */
export type RequestSource = {
  method: string;
  host: string | null;
  origin: string | null;
  secFetchSite: string | null;
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something: it comes from a page of the very host it is sent to. Browsers send `Origin`
 * with every POST, so a request with neither header comes from no page and is refused where cookies count (row O).
 */
export function mayChangeState(source: RequestSource): boolean {
  if (safeMethods.has(source.method)) return true;
  const { secFetchSite, origin } = source;
  if (secFetchSite !== null && secFetchSite !== "same-origin" && secFetchSite !== "none") return false;
  if (origin !== null) return hostOf(origin) === source.host?.toLowerCase();
  return secFetchSite !== null;
}

function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}
