import { createHash, randomBytes } from "node:crypto";

/** A random secret for a link: 32 bytes in base64url. It is given away once; only its hash is stored. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret token: SHA-256, hex. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
