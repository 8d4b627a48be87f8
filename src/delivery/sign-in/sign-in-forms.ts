import type { Refused } from "#kernel/result.ts";
import { requestLoginLink } from "#modules/accounts/request-login-link.ts";
import { RequestLoginLinkInput } from "#modules/accounts/schema.ts";
import { googleIsConfigured } from "./auth-options.ts";
import { safeNextPath } from "./next-path.ts";
import { type AuthAnswer, originOf, runAuthForForm, visitorOf } from "./run-auth.ts";
import { secureCookies, sessionCookie } from "./session-cookie.ts";

/** Keeps the e-mail that was typed while the page is shown again; minutes, then it is gone. */
export const typedEmailCookie = "slotkeeper-typed-email";

const longestForm = 10_000;

/** POST /sign-in/password */
export async function postPassword(request: Request): Promise<Response> {
  const form = await readForm(request);
  const { email = "", password = "" } = form;
  const body = { email, password };
  const answer = await runAuthForForm(request, { action: "callback", provider: "password", body });
  return enterOrReturn(answer, form);
}

/** POST /sign-in/use-link: the button of the page that the link in the e-mail opens. */
export async function postLink(request: Request): Promise<Response> {
  const form = await readForm(request);
  const body = { token: form.token ?? "" };
  const answer = await runAuthForForm(request, { action: "callback", provider: "link", body });
  return enterOrReturn(answer, form);
}

/** POST /sign-in/send-link: the same answer for known and unknown addresses. */
export async function postSendLink(request: Request): Promise<Response> {
  const form = await readForm(request);
  const input = RequestLoginLinkInput.safeParse({ email: form.email, visitor: visitorOf(request) });
  if (!input.success) return returnToPage(form, { problem: "email" });
  const result = await requestLoginLink(input.data);
  if (!result.ok) return returnToPage(form, problemOf(result));
  return returnToPage(form, { sent: "1" });
}

/** POST /sign-in/google: leads to Google, which leads back to `/api/auth/callback/google`. */
export async function postGoogle(request: Request): Promise<Response> {
  if (!googleIsConfigured()) return redirect("/sign-in");
  const form = await readForm(request);
  const callbackUrl = `${originOf(request.headers)}${safeNextPath(form.callbackUrl)}`;
  const { response } = await runAuthForForm(request, {
    action: "signin",
    provider: "google",
    body: { callbackUrl },
  });
  return response;
}

/** POST /sign-out/now: ends the session in the database and forgets its cookie. */
export async function postSignOut(request: Request): Promise<Response> {
  const { response } = await runAuthForForm(request, { action: "signout", body: {} });
  return redirect("/sign-in?signed-out=1", sessionCookies(response));
}

/** On to the dashboard with the session's cookie, or back to the page with the reason. */
function enterOrReturn({ response, refused }: AuthAnswer, form: Record<string, string>): Response {
  const cookies = sessionCookies(response);
  if (refused) return returnToPage(form, problemOf(refused));
  if (cookies.length === 0)
    return returnToPage(form, { problem: form.token === undefined ? "invalid" : "notFound" });
  return redirect(safeNextPath(form.callbackUrl), [...cookies, typedEmail("", 0)]);
}

function problemOf(refused: Refused): Record<string, string> {
  const wait = refused.details?.retryAfterSeconds;
  return { problem: refused.reason, ...(typeof wait === "number" ? { wait: String(wait) } : {}) };
}

function returnToPage(form: Record<string, string>, why: Record<string, string>): Response {
  const query = new URLSearchParams(why);
  if (form.callbackUrl) query.set("callbackUrl", safeNextPath(form.callbackUrl));
  return redirect(`/sign-in?${query}`, [typedEmail(form.email ?? "", 300)]);
}

function typedEmail(email: string, maxAgeSeconds: number): string {
  const value = encodeURIComponent(email.slice(0, 254));
  const secure = secureCookies ? "; Secure" : "";
  return `${typedEmailCookie}=${value}; Path=/sign-in; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

function sessionCookies(response: Response): string[] {
  return response.headers.getSetCookie().filter((cookie) => cookie.startsWith(`${sessionCookie.name}=`));
}

function redirect(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** The text fields of a form; nothing of one that is longer than ours can be. */
async function readForm(request: Request): Promise<Record<string, string>> {
  const text = await request.text();
  return text.length > longestForm ? {} : Object.fromEntries(new URLSearchParams(text));
}
