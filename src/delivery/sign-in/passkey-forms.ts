import { withPlatform } from "#database/tenant-context.ts";
import { beginPasskeySignIn } from "#modules/accounts/begin-passkey-sign-in.ts";
import { signInWithPasskey } from "#modules/accounts/sign-in-with-passkey.ts";
import { sessionIdIn } from "./enter-as.ts";
import { passkeyAnswerIn, refusedJson, wentIn } from "./passkey-exchange.ts";
import { visitorOf } from "./visitor.ts";

/** POST /sign-in/passkey/begin: what the browser needs to sign in by a passkey alone. */
export async function postPasskeyBegin(request: Request): Promise<Response> {
  const result = await beginPasskeySignIn({ visitor: visitorOf(request) });
  if (!result.ok) return refusedJson(result);
  return Response.json(result.value, { headers: { "Cache-Control": "no-store" } });
}

/** POST /sign-in/passkey: a passkey is both factors, so the browser is in. */
export async function postPasskey(request: Request): Promise<Response> {
  const body = await passkeyAnswerIn(request);
  if (!body.ok) return refusedJson(body);
  const { answer, ceremony, next } = body.value;
  const input = {
    answer,
    ceremony,
    visitor: visitorOf(request),
    previousSessionId: await sessionIdIn(request),
  };
  const result = await withPlatform((ctx) => signInWithPasskey(ctx, input));
  return result.ok ? wentIn(result.value, next) : refusedJson(result);
}
