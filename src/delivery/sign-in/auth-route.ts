import type { GoogleAttempt } from "./auth-options.ts";
import { enterAs } from "./enter-as.ts";
import { googleErrandOf } from "./google-errand.ts";
import { runAuth } from "./run-auth.ts";

export type AuthRouteContext = { params: Promise<{ nextauth: string[] }> };

/** Actions that our own pages and Google use; the others of next-auth answer 404. */
const actions = new Set(["callback", "csrf", "error", "session", "signin", "signout"]);

/** GET and POST /api/auth/…: next-auth's own addresses. Passwords and links are taken by our own forms only. */
export async function answerAuth(request: Request, context: AuthRouteContext): Promise<Response> {
  const [action = "", provider] = (await context.params).nextauth;
  const isForm = action === "callback" && provider !== "google";
  if (!actions.has(action) || isForm) return new Response(null, { status: 404 });
  const method = request.method === "POST" ? "POST" : "GET";
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const body = method === "POST" ? Object.fromEntries(new URLSearchParams(await request.text())) : undefined;
  const errand = googleErrandOf(request);
  const google: GoogleAttempt = { makesLogin: errand.makesLogin };
  const response = await runAuth(request, { action, provider, method, query, body, google });
  if (!google.proven) return response;
  const entered = await enterAs(request, google.proven, errand.next);
  // What next-auth remembered for the way to Google and back goes with it.
  for (const cookie of response.headers.getSetCookie()) entered.headers.append("Set-Cookie", cookie);
  return entered;
}
