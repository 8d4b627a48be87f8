import { withPlatform } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { consumeLoginLink } from "#modules/accounts/consume-login-link.ts";
import { requestLoginLink } from "#modules/accounts/request-login-link.ts";
import { ConsumeLoginLinkInput, RequestLoginLinkInput, SignInInput } from "#modules/accounts/schema.ts";
import { signIn } from "#modules/accounts/sign-in.ts";
import { googleIsConfigured } from "./auth-options.ts";
import { redirect } from "./cookies.ts";
import { enterAs } from "./enter-as.ts";
import { type Form, readForm } from "./forms.ts";
import { googleErrandCookie } from "./google-errand.ts";
import { safeNextPath } from "./next-path.ts";
import { originOf, runAuthForForm } from "./run-auth.ts";
import { sessionCookie } from "./session-cookie.ts";
import { typedEmail, withoutTypedEmail } from "./typed-email.ts";
import { visitorOf } from "./visitor.ts";

const page = "/sign-in";

/** POST /sign-in/password */
export async function postPassword(request: Request): Promise<Response> {
  const form = await readForm(request);
  const input = SignInInput.safeParse({ ...form, visitor: visitorOf(request) });
  if (!input.success) return returnToPage(form, { problem: "invalid" });
  const result = await signIn(input.data);
  if (!result.ok) return returnToPage(form, problemOf(result));
  return entered(await enterAs(request, result.value, form.callbackUrl));
}

/** POST /sign-in/use-link: the button of the page that the link in the e-mail opens. */
export async function postLink(request: Request): Promise<Response> {
  const form = await readForm(request);
  const input = ConsumeLoginLinkInput.safeParse({ token: form.token });
  if (!input.success) return returnToPage(form, { problem: "notFound" });
  const result = await withPlatform((ctx) => consumeLoginLink(ctx, input.data));
  if (!result.ok) return returnToPage(form, problemOf(result));
  return entered(await enterAs(request, result.value, form.callbackUrl));
}

/** POST /sign-in/send-link: the same answer for known and unknown addresses. */
export async function postSendLink(request: Request): Promise<Response> {
  const form = await readForm(request);
  const input = RequestLoginLinkInput.safeParse({
    email: form.email,
    purpose: "sign_in",
    visitor: visitorOf(request),
  });
  if (!input.success) return returnToPage(form, { problem: "email" });
  const result = await requestLoginLink(input.data);
  return returnToPage(form, result.ok ? { sent: "1" } : tooManyLinks(result));
}

/** POST /sign-in/google: leads to Google, which leads back to `/api/auth/callback/google`. */
export async function postGoogle(request: Request): Promise<Response> {
  return toGoogle(request, { page, makesLogin: false });
}

/** On to Google, remembering what for. */
export async function toGoogle(
  request: Request,
  { page, makesLogin }: { page: string; makesLogin: boolean },
): Promise<Response> {
  if (!googleIsConfigured()) return redirect(page);
  const next = safeNextPath((await readForm(request)).callbackUrl);
  const body = { callbackUrl: `${originOf(request.headers)}${next}` };
  const response = await runAuthForForm(request, { action: "signin", provider: "google", body });
  response.headers.append("Set-Cookie", googleErrandCookie({ makesLogin, next }));
  return response;
}

/** POST /sign-out/now: ends the session in the database and forgets its cookie. */
export async function postSignOut(request: Request): Promise<Response> {
  const response = await runAuthForForm(request, { action: "signout", body: {} });
  const cookies = response.headers.getSetCookie();
  return redirect(
    "/sign-in?signed-out=1",
    cookies.filter((cookie) => cookie.startsWith(`${sessionCookie.name}=`)),
  );
}

/** The code of a refusal for the page's address, with the seconds to wait where there are any. */
export function problemOf(refused: Refused): Record<string, string> {
  const wait = refused.details?.retryAfterSeconds;
  return { problem: refused.reason, ...(typeof wait === "number" ? { wait: String(wait) } : {}) };
}

/** The way out of too many passwords is a link; of too many links, one that was sent. */
export function tooManyLinks(refused: Refused): Record<string, string> {
  return { ...problemOf(refused), problem: "tooManyLinks" };
}

function returnToPage(form: Form, why: Record<string, string>): Response {
  const query = new URLSearchParams(why);
  if (form.callbackUrl) query.set("callbackUrl", safeNextPath(form.callbackUrl));
  return redirect(`${page}?${query}`, [typedEmail(page, form.email ?? "")]);
}

function entered(response: Response): Response {
  response.headers.append("Set-Cookie", withoutTypedEmail(page));
  return response;
}
