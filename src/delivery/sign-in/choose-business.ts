import { currentLogin } from "./require-member.ts";
import { businessCookie, secureCookies } from "./session-cookie.ts";

const yearSeconds = 31_536_000;

/** POST /sign-in/business: the business to work in from now on, if the login belongs to it. */
export async function postBusiness(request: Request): Promise<Response> {
  const tenantId = new URLSearchParams(await request.text()).get("tenantId");
  const identified = await currentLogin();
  const chosen = identified?.memberships.find((membership) => membership.tenantId === tenantId);
  const headers = new Headers({ Location: "/dashboard", "Cache-Control": "no-store" });
  if (chosen) {
    const secure = secureCookies ? "; Secure" : "";
    const facts = `Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure}`;
    headers.append("Set-Cookie", `${businessCookie}=${chosen.tenantId}; ${facts}`);
  }
  return new Response(null, { status: 303, headers });
}
