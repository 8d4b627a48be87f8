import { withPlatform } from "#database/tenant-context.ts";
import { beginPasskeyStep } from "#modules/accounts/begin-passkey-step.ts";
import { passSecondStep } from "#modules/accounts/pass-second-step.ts";
import { passWithPasskey } from "#modules/accounts/pass-with-passkey.ts";
import { redirect } from "./cookies.ts";
import { entryCookies, sessionIdIn } from "./enter-as.ts";
import { readForm } from "./forms.ts";
import { passkeyAnswerIn, refusedJson, wentIn } from "./passkey-exchange.ts";
import { problemOf } from "./sign-in-forms.ts";
import { challengeTokenOf, visitorOf, withoutChallenge } from "./visitor.ts";

async function stepOf(request: Request) {
  const challengeToken = challengeTokenOf(request) ?? "";
  return { challengeToken, visitor: visitorOf(request), previousSessionId: await sessionIdIn(request) };
}

/** POST /sign-in/verify/code: the second step by a code, of the app or for recovery. */
export async function postCode(request: Request): Promise<Response> {
  const { code = "" } = await readForm(request);
  const result = await passSecondStep({ ...(await stepOf(request)), code: code.slice(0, 100) });
  if (result.ok) return redirect(result.value.next, await entryCookies(result.value.entry));
  if (result.reason === "notFound") return redirect("/sign-in?problem=expired", [withoutChallenge()]);
  return redirect(`/sign-in/verify?${new URLSearchParams(problemOf(result))}`);
}

/** POST /sign-in/verify/passkey/begin: what the browser needs to answer by a passkey. */
export async function postPasskeyStep(request: Request): Promise<Response> {
  const { challengeToken } = await stepOf(request);
  const result = await withPlatform((ctx) => beginPasskeyStep(ctx, { challengeToken }));
  return result.ok ? Response.json({ options: result.value.options }) : refusedJson(result);
}

/** POST /sign-in/verify/passkey: the second step by a passkey. */
export async function postPasskeyAnswer(request: Request): Promise<Response> {
  const answer = await passkeyAnswerIn(request);
  if (!answer.ok) return refusedJson(answer);
  const step = await stepOf(request);
  const result = await withPlatform((ctx) => passWithPasskey(ctx, { ...step, answer: answer.value.answer }));
  return result.ok ? wentIn(result.value.entry, result.value.next) : refusedJson(result);
}
