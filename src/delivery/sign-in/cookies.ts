import { env } from "#env.ts";

/** Served over https, cookies are for https alone; APP_URL says which it is, also behind a proxy. */
export const secureCookies = env.APP_URL.startsWith("https://");

/** A `Set-Cookie` for this host alone, out of reach of scripts; `maxAge` in seconds, 0 removes it. */
export function setCookie(name: string, value: string, options: { maxAge: number; path?: string }): string {
  const secure = secureCookies ? "; Secure" : "";
  return `${name}=${value}; Path=${options.path ?? "/"}; Max-Age=${options.maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** The value of a request's cookie, as it was set. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(/;\s*/)) {
    const [key, ...value] = pair.split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}

/** On to a page of ours, with GET, never cached. */
export function redirect(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
