import { type ResolvedTenant, resolveTenant } from "#modules/tenants/resolve-tenant.ts";
import { internalHeaders } from "./settle-headers.ts";

/**
 * The business whose pages or pictures are asked for, as the proxy found it by the host; the header is the application's
 * own (see settle-headers.ts). Where the host is the installation's, the slug in the path says it.
 */
export async function businessOf(request: Request, slug: string): Promise<ResolvedTenant | null> {
  const settled = request.headers.get(internalHeaders.business);
  if (settled) return JSON.parse(settled) as ResolvedTenant;
  const found = await resolveTenant({ slug });
  return found.ok ? found.value : null;
}
