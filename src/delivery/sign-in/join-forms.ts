import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { acceptInvitation } from "#modules/team/accept-invitation.ts";
import { invitationToken } from "#modules/team/schema.ts";
import { redirect } from "./cookies.ts";
import { enterAs, sessionIdIn } from "./enter-as.ts";
import { type Form, readForm } from "./forms.ts";
import { businessCookieFor } from "./session-cookie.ts";
import { postSignOut } from "./sign-in-forms.ts";

/** POST /join/accept: the button of the page that an invitation's link opens (B3). */
export async function postJoin(request: Request): Promise<Response> {
  const form = await readForm(request);
  const token = tokenOf(form);
  if (!token) return redirect("/join");
  const sessionId = await sessionIdIn(request);
  const identified = sessionId ? await identifyLogin(sessionId) : null;
  const name = (form.name ?? "").trim().slice(0, 120);
  if (!identified && form.name !== undefined && name === "") return backToPage(token, "name");
  const signedIn = identified?.login ?? null;
  const joined = await acceptInvitation({ token, signedIn, name });
  if (!joined.ok) return backToPage(token, joined.reason);
  const { tenantId, userId } = joined.value;
  const response = signedIn ? redirect("/dashboard") : await enterAs(request, { userId });
  response.headers.append("Set-Cookie", businessCookieFor(tenantId));
  return response;
}

/** POST /join/switch: signs out whoever is signed in, and shows the invitation again. */
export async function postJoinSwitch(request: Request): Promise<Response> {
  const token = tokenOf(await readForm(request));
  const response = await postSignOut(request);
  response.headers.set("Location", token ? `/join?token=${token}` : "/join");
  return response;
}

function tokenOf(form: Form): string | null {
  const parsed = invitationToken.safeParse(form.token);
  return parsed.success ? parsed.data : null;
}

function backToPage(token: string, problem: string): Response {
  return redirect(`/join?token=${token}&problem=${problem}`);
}
