import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { withPlatform } from "#database/tenant-context.ts";
import { handlePlatformRequest } from "#delivery/platform-api/handle-platform-request.ts";
import { env } from "#env.ts";
import { createBuilder } from "#modules/builders/create-builder.ts";
import type { NewBuilderKey } from "#modules/builders/schema.ts";

type Options = { body?: unknown; key?: string; idempotencyKey?: string };
type Answer = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> };

export type TestBuilder = NewBuilderKey & {
  suffix: string;
  /** Calls the platform API with the builder's key; `path` begins after `/api/platform/v1/`. */
  call(method: string, path: string, options?: Options): Promise<Answer>;
  /** Makes a business that can be booked; answers with what the API says of it. */
  provision(reference: string, more?: object): Promise<Answer["body"]>;
  /** A sign-in token as the builder's server signs it. */
  sign(claims: SignInWish): Promise<string>;
};

type SignInWish = {
  email: string;
  business: string;
  audience?: string;
  secret?: string;
  issuer?: string;
  /** Seconds since 1970, and a life in seconds. */
  issuedAt?: number;
  life?: number;
  tokenId?: string;
};

const operator = { kind: "system", job: "test" } as const;

/** A website builder of its own for a test, with a key and a suffix that it vouches for. */
export async function aSiteBuilder(name = "Sitewright"): Promise<TestBuilder> {
  const suffix = `sites-${randomUUID().slice(0, 8)}.test`;
  const made = await withPlatform((ctx) => createBuilder(ctx, operator, { name, siteSuffixes: [suffix] }));
  if (!made.ok) throw new Error(made.message);
  const credentials = made.value;
  const call: TestBuilder["call"] = (method, path, options = {}) =>
    ask(method, path, { key: credentials.key, ...options });
  return {
    ...credentials,
    suffix,
    call,
    async provision(reference, more = {}) {
      const body = { name: "Ana Yoga", timezone: "Europe/Lisbon", currency: "EUR", ...more };
      const { status, body: business } = await call("PUT", `businesses/${reference}`, { body });
      if (status !== 201) throw new Error(JSON.stringify(business));
      return business;
    },
    sign: (claims) => signed(credentials, claims),
  };
}

async function ask(method: string, path: string, { body, key, idempotencyKey }: Options): Promise<Answer> {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (key) headers.Authorization = `Bearer ${key}`;
  if (idempotencyKey) headers["Idempotency-Key"] = idempotencyKey;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://localhost/api/platform/v1/${path}`, { method, headers, body: text });
  const response = await handlePlatformRequest(request);
  const answer = await response.text();
  return { status: response.status, headers: response.headers, body: answer ? JSON.parse(answer) : null };
}

function signed(credentials: NewBuilderKey, wish: SignInWish): Promise<string> {
  const issuedAt = wish.issuedAt ?? Math.floor(Date.now() / 1000);
  return new SignJWT({ business: wish.business })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(wish.issuer ?? credentials.hint)
    .setAudience(wish.audience ?? env.APP_URL)
    .setSubject(wish.email)
    .setJti(wish.tokenId ?? randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (wish.life ?? 300))
    .sign(new TextEncoder().encode(wish.secret ?? credentials.secret));
}
