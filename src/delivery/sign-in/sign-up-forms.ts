import { withPlatform } from "#database/tenant-context.ts";
import { confirmSignUp } from "#modules/accounts/confirm-sign-up.ts";
import { requestLoginLink } from "#modules/accounts/request-login-link.ts";
import { ConfirmSignUpInput, RequestLoginLinkInput } from "#modules/accounts/schema.ts";
import { redirect } from "./cookies.ts";
import { enterAs } from "./enter-as.ts";
import { readForm } from "./forms.ts";
import { problemOf, toGoogle, tooManyLinks } from "./sign-in-forms.ts";
import { typedEmail } from "./typed-email.ts";
import { visitorOf } from "./visitor.ts";

const page = "/sign-up";

/** POST /sign-up/send-link: the same answer for addresses with and without a login (A2). */
export async function postSignUp(request: Request): Promise<Response> {
  const { email = "" } = await readForm(request);
  const visitor = visitorOf(request);
  const input = RequestLoginLinkInput.safeParse({ email, purpose: "sign_up", visitor });
  if (!input.success) return returnToPage({ problem: "email" }, email);
  const result = await requestLoginLink(input.data);
  return returnToPage(result.ok ? { sent: "1" } : tooManyLinks(result), email);
}

/** POST /sign-up/use-link: the button of the page that the link in the e-mail opens. Makes the login. */
export async function postSignUpLink(request: Request): Promise<Response> {
  const { token, name } = await readForm(request);
  const input = ConfirmSignUpInput.safeParse({ token, name });
  if (!input.success) return returnToPage({ problem: "notFound" });
  const result = await withPlatform((ctx) => confirmSignUp(ctx, input.data));
  return result.ok ? enterAs(request, result.value) : returnToPage(problemOf(result));
}

/** POST /sign-up/google */
export async function postGoogleSignUp(request: Request): Promise<Response> {
  return toGoogle(request, { page, makesLogin: true });
}

function returnToPage(why: Record<string, string>, email?: string): Response {
  const cookies = email === undefined ? [] : [typedEmail(page, email)];
  return redirect(`${page}?${new URLSearchParams(why)}`, cookies);
}
