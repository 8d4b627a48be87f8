import { z } from "zod";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { PasskeyAnswer } from "#modules/accounts/passkey-schema.ts";
import type { Entry } from "#modules/accounts/schema.ts";
import { entryCookies } from "./enter-as.ts";
import { safeNextPath } from "./next-path.ts";

const longestBody = 50_000;

/** What the page sends once the browser has used a passkey. */
const Body = z.object({
  answer: PasskeyAnswer,
  ceremony: z.string().max(100).default(""),
  next: z.string().optional(),
});
type Body = z.infer<typeof Body>;

export async function passkeyAnswerIn(request: Request): Promise<Result<Body, "invalid">> {
  const text = await request.text();
  const parsed = Body.safeParse(text.length > longestBody ? null : jsonIn(text));
  return parsed.success
    ? ok(parsed.data)
    : refuse("invalid", "The passkey’s answer cannot be read. Try again.");
}

/** The browser is in: the page goes on to `location`. */
export async function wentIn(entry: Extract<Entry, { kind: "entered" }>, next?: string): Promise<Response> {
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of await entryCookies(entry)) headers.append("Set-Cookie", cookie);
  return Response.json({ location: safeNextPath(next) }, { headers });
}

export function refusedJson(refused: Refused): Response {
  const status = refused.reason === "rateLimited" ? 429 : 400;
  return Response.json({ message: refused.message }, { status, headers: { "Cache-Control": "no-store" } });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
