import { redirect } from "./cookies.ts";
import { currentLogin } from "./require-member.ts";
import { businessCookieFor } from "./session-cookie.ts";

/** POST /sign-in/business: the business to work in from now on, if the login belongs to it. */
export async function postBusiness(request: Request): Promise<Response> {
  const tenantId = new URLSearchParams(await request.text()).get("tenantId");
  const identified = await currentLogin();
  const chosen = identified?.memberships.find((membership) => membership.tenantId === tenantId);
  return redirect("/dashboard", chosen ? [businessCookieFor(chosen.tenantId)] : []);
}
