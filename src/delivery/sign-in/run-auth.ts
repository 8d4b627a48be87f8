import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { env } from "#env.ts";
import { authOptions, type GoogleAttempt } from "./auth-options.ts";
import { secureCookies } from "./cookies.ts";
import { interopDefault } from "./interop-default.ts";

/** A call of next-auth, as its own handler for `/api/auth/<action>/<provider>` would be called. */
export type AuthCall = {
  action: string;
  provider?: string;
  method: "GET" | "POST";
  query?: Record<string, string>;
  body?: Record<string, string>;
  google?: GoogleAttempt;
};

// next-auth believes the host it is given only when told to; ours is the one that the proxy has let through.
process.env.AUTH_TRUST_HOST = "true";

/**
 * Runs next-auth for `request`. Its handler wants the objects of a Pages API route; giving it those ourselves lets a
 * plain form sign in without a script, and keeps the origin right on any host and port.
 */
export async function runAuth(request: Request, call: AuthCall): Promise<Response> {
  const answer = collectAnswer();
  const { host, protocol } = new URL(originOf(request.headers));
  const headers = {
    ...Object.fromEntries(request.headers),
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
  };
  const nextauth = call.provider ? [call.action, call.provider] : [call.action];
  const fabricated = {
    method: call.method,
    headers,
    cookies: cookiesOf(request),
    query: { ...call.query, nextauth },
    body: call.body,
  };
  await interopDefault(NextAuth)(
    fabricated as unknown as NextApiRequest,
    answer.target as unknown as NextApiResponse,
    authOptions(call.google ?? { makesLogin: false }),
  );
  return answer.response();
}

/** Runs next-auth for a form of ours: the proxy has checked its origin, so it gets the token it wants to see. */
export function runAuthForForm(request: Request, call: Omit<AuthCall, "method">): Promise<Response> {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${env.AUTH_SECRET}`).digest("hex");
  const name = `${secureCookies ? "__Host-" : ""}next-auth.csrf-token`;
  const headers = new Headers(request.headers);
  const others = (headers.get("cookie") ?? "")
    .split(/;\s*/)
    .filter((pair) => pair && !pair.startsWith(`${name}=`));
  headers.set("cookie", [...others, `${name}=${encodeURIComponent(`${token}|${hash}`)}`].join("; "));
  const body = { ...call.body, csrfToken: token };
  return runAuth(new Request(request.url, { headers }), { ...call, body, method: "POST" });
}

/** Scheme and host that the visitor sees: APP_URL's, or this machine's other names for itself. */
export function originOf(headers: Headers): string {
  const app = new URL(env.APP_URL);
  const host = headers.get("host") ?? app.host;
  return host === app.host ? app.origin : `${app.protocol}//${host}`;
}

function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/).filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, decoded(value.join("="))];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The part of a Pages API response that next-auth uses, turned into a Response. */
function collectAnswer() {
  const headers = new Map<string, string | string[]>();
  let status = 200;
  let body: string | null = null;
  const target = {
    status(code: number) {
      status = code;
      return target;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value);
      return target;
    },
    json(value: unknown) {
      headers.set("content-type", "application/json");
      body = JSON.stringify(value);
    },
    send(value: unknown) {
      body = typeof value === "string" || value === undefined ? (value ?? null) : JSON.stringify(value);
    },
    end() {},
  };
  const response = () => {
    const list = [...headers].flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    return new Response(body, { status, headers: list });
  };
  return { target, response };
}
