import { decodeJwt } from "jose";
import { withPlatform } from "#database/tenant-context.ts";
import { consumeSignInToken } from "#modules/builders/consume-sign-in-token.ts";
import { redirect } from "./cookies.ts";
import { enterAs } from "./enter-as.ts";
import { readForm } from "./forms.ts";
import { businessCookieFor } from "./session-cookie.ts";

/** POST /sign-in/site/enter: from a site of a website builder into the dashboard of that one business (A1). */
export async function postSite(request: Request): Promise<Response> {
  const { token = "" } = await readForm(request);
  const result = await withPlatform((ctx) => consumeSignInToken(ctx, { token }));
  if (!result.ok) return redirect(`/sign-in/site?problem=${result.details?.problem ?? "untrusted"}`);
  const { userId, tenantId } = result.value;
  const entered = await enterAs(request, { userId, onlyTenantId: tenantId });
  entered.headers.append("Set-Cookie", businessCookieFor(tenantId));
  return entered;
}

/** Whom a token names, as the token says it: for words on a page, never for a decision. */
export function emailInToken(token: string): string | null {
  try {
    const { sub } = decodeJwt(token);
    return typeof sub === "string" && sub.length <= 254 ? sub.trim().toLowerCase() : null;
  } catch {
    return null;
  }
}
