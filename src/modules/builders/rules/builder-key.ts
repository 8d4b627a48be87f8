import { createHash, randomBytes } from "node:crypto";

/** Enough of a key's end to tell keys apart, and too little to guess the rest. */
const hintLength = 8;

/** A key for the platform API and the secret that signs sign-in tokens: 256 random bits each. Shown once (K4). */
export function newBuilderKey(): { key: string; keyHash: string; hint: string; secret: string } {
  // Hexadecimal, so that a hint never looks like an option of a command.
  const key = `skb_${randomBytes(32).toString("hex")}`;
  const secret = `sks_${randomBytes(32).toString("base64url")}`;
  return { key, keyHash: hashBuilderKey(key), hint: key.slice(-hintLength), secret };
}

/** SHA-256, hex: the key is random, so a slow hash would add nothing. */
export function hashBuilderKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
