import { createHmac, randomUUID } from "node:crypto";
import { settings } from "./settings.ts";
import type { Site } from "./sites.ts";

/**
 * The address that signs the site's owner in to the dashboard of this one business: good once, for a minute. It is a JWT,
 * signed with HS256; any library makes one too. Call this only for somebody whom you have signed in yourself.
 */
export function signInAddress(site: Site): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: settings.key.slice(-8),
    aud: settings.platformUrl,
    sub: site.owner.email,
    business: site.reference,
    jti: randomUUID(),
    iat: now,
    exp: now + 60,
  };
  const said = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}`;
  const signature = createHmac("sha256", settings.secret).update(said).digest("base64url");
  return `${settings.platformUrl}/sign-in/site?token=${said}.${signature}`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
