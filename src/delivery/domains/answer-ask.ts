import { clientAddress } from "#delivery/http/client-address.ts";
import { networkOf } from "#delivery/http/client-network.ts";
import { publicRateLimiter } from "#delivery/http/rate-limit.ts";
import { trustedProxies } from "#delivery/http/trusted-proxies.ts";
import { env } from "#env.ts";
import { isServedHost } from "#modules/domains/is-served-host.ts";

/** A reverse proxy asks from where it stands: this machine, or an address that the operator named. */
const trusts = trustedProxies(["127.0.0.0/8", "::1", ...env.TRUSTED_PROXIES]);

/**
 * GET /api/domains/ask?domain=…: 200 when a certificate may be made for the domain, else 404 (A4). Caddy asks before it
 * makes one. Open to all, because the answer is what any visitor of the domain sees; but only a reverse proxy of the
 * operator's may ask without limit, so that nobody finds out who has what by asking for long lists.
 */
export async function answerAsk(request: Request): Promise<Response> {
  const address = clientAddress(request.headers);
  const verdict = trusts(address)
    ? { allowed: true, headers: {} }
    : await publicRateLimiter().take(networkOf(address));
  if (!verdict.allowed) return answer(429, "Too many questions. Wait a moment.", verdict.headers);
  const domain = new URL(request.url).searchParams.get("domain") ?? "";
  if (domain.length > 300 || !(await isServedHost(domain)))
    return answer(404, "Not served here.", verdict.headers);
  return answer(200, "Served here.", verdict.headers);
}

function answer(status: number, words: string, headers: Record<string, string>): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
