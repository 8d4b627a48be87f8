/**
 * The page's current hold, so that going back to the times shows the held one as free (it is: for this customer)
 * and choosing another lets go of the first. Nothing else is in it, and it dies with the hold.
 */
const name = "slotkeeper-hold";
const lifeSeconds = 40 * 60;

/** The hold's token from a Cookie header, or undefined. */
export function heldToken(cookies: string): string | undefined {
  for (const pair of cookies.split(";")) {
    const [key, value] = pair.trim().split("=");
    if (key === name && value && /^[\w-]{16,200}$/.test(value)) return value;
  }
  return undefined;
}

/** A Set-Cookie value that keeps the token for the pages under `base`; an empty token forgets it. */
export function holdCookie(token: string, { base, secure }: { base: string; secure: boolean }): string {
  const life = token ? lifeSeconds : 0;
  const parts = [`${name}=${token}`, `Path=${base || "/"}`, `Max-Age=${life}`, "HttpOnly", "SameSite=Lax"];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}
