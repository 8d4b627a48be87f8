import { decodeJwt, errors, jwtVerify } from "jose";
import { appendPlatformEvent } from "#database/platform-events.ts";
import { type PlatformContext, platformQuery } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { openText } from "#kernel/sealed-text.ts";
import { clockToleranceSeconds, type SignInClaims, signInClaims } from "./rules/sign-in-claims.ts";

/** Who a website builder has sent, and into which of its businesses. */
export type SentUser = { userId: string; tenantId: string };

/**
 * Takes a sign-in token of a website builder (A1): signed with HS256 by the secret of a key in use, for this installation,
 * at most ten minutes old, for a member of one of the builder's own businesses that has not left it, and never seen before. The token's id is
 * kept in the transaction of the sign-in: of two who bring the same token, one gets in.
 */
export async function consumeSignInToken(
  ctx: PlatformContext,
  { token }: { token: string },
): Promise<Result<SentUser, "invalid">> {
  const key = await verifiedKey(ctx, token);
  if (!key.ok) return key;
  const { builderId, claims } = key.value;
  if (!(await takeOnce(ctx, builderId, claims))) {
    return refusal("used");
  }
  const member = await findMember(ctx, builderId, claims);
  if (!member) return refusal("stranger");
  const { userId, tenantId } = member;
  await appendPlatformEvent(
    ctx,
    { kind: "siteBuilder", builderId },
    { type: "business.userSignedIn", subjectType: "user", subjectId: userId, businessId: tenantId },
  );
  return ok(member);
}

type Key = { builderId: string; secret: string };
type Verified = { builderId: string; claims: SignInClaims };

async function verifiedKey(ctx: PlatformContext, token: string): Promise<Result<Verified, "invalid">> {
  const hint = issuerOf(token);
  let problem: Refused<"invalid"> = refusal("untrusted");
  for (const { builderId, secret } of hint ? await keysOf(hint) : []) {
    const checked = await verify(ctx, token, { builderId, secret });
    if (checked.ok) return checked;
    problem = checked;
  }
  return problem;
}

/** Only says which key to try: nothing is believed before the signature is checked. */
function issuerOf(token: string): string | null {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === "string" && iss.length <= 20 ? iss : null;
  } catch {
    return null;
  }
}

function keysOf(hint: string): Promise<Key[]> {
  return platformQuery<Key>(
    `SELECT k.builder_id AS "builderId", k.secret FROM site_builder_key k JOIN site_builder b ON b.id = k.builder_id
     WHERE k.hint = $1 AND k.revoked_at IS NULL AND b.disabled_at IS NULL`,
    [hint],
    "keys_of_hint",
  );
}

async function verify(
  ctx: PlatformContext,
  token: string,
  { builderId, secret }: Key,
): Promise<Result<Verified, "invalid">> {
  try {
    const { payload } = await jwtVerify(
      token,
      new TextEncoder().encode(openText(secret, env.ENCRYPTION_KEYS)),
      {
        algorithms: ["HS256"],
        audience: env.APP_URL,
        currentDate: new Date(ctx.clock.now()),
        clockTolerance: clockToleranceSeconds,
      },
    );
    const claims = signInClaims(payload);
    const isFuture = claims && claims.issuedAt > ctx.clock.now() / 1000 + clockToleranceSeconds;
    return claims && !isFuture ? ok({ builderId, claims }) : refusal("untrusted");
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      return refusal("expired");
    }
    if (error instanceof errors.JOSEError) return refusal("untrusted");
    throw error;
  }
}

const words = {
  used: "This link was used already. Go back to your site and try again.",
  expired: "This link is too old. Go back to your site and try again.",
  untrusted: "This link is not one that we can trust. Go back to your site and try again.",
  stranger: "You are not in the team of this business. Ask whoever runs the site to add you.",
} as const;

/** Why a token lets nobody in; `details.problem` is the word for the page. */
function refusal(problem: keyof typeof words): Refused<"invalid"> {
  return refuse("invalid", words[problem], { problem });
}

/** One statement decides: of two who use the same token at once, the second waits and gets no row. */
async function takeOnce(
  ctx: PlatformContext,
  builderId: string,
  { tokenId, expiresAt }: SignInClaims,
): Promise<boolean> {
  // Kept for as long as a clock that is behind could still take it.
  const until = new Date((expiresAt + 2 * clockToleranceSeconds) * 1000);
  const now = new Date(ctx.clock.now());
  await ctx.sql("DELETE FROM site_builder_token WHERE builder_id = $1 AND expires_at <= $2", [
    builderId,
    now,
  ]);
  const taken = await ctx.sql(
    `INSERT INTO site_builder_token (builder_id, token_id, expires_at) VALUES ($1, $2, $3)
     ON CONFLICT (builder_id, token_id) DO NOTHING RETURNING token_id`,
    [builderId, tokenId, until],
    "take_sign_in_token",
  );
  return taken.length > 0;
}

const memberOf = `
  SELECT u.id AS "userId", b.id AS "tenantId"
  FROM business_of_builder($1, $2) b
  JOIN users u ON u.email = $3 AND u.disabled_at IS NULL
  JOIN LATERAL businesses_of(u.id) m ON m.id = b.id
  JOIN LATERAL resolve_slug(m.slug) t ON t.id = b.id AND t.mode <> 'standalone'`;

async function findMember(
  ctx: PlatformContext,
  builderId: string,
  { business, email }: SignInClaims,
): Promise<SentUser | null> {
  const [member] = await ctx.sql<SentUser>(memberOf, [builderId, business, email], "member_of_builder");
  return member ?? null;
}
