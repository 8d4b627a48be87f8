import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a secret for storing (row O): `v1.<key id>.<base64url>`. `keys` are 32 bytes in base64, as in
 * ENCRYPTION_KEYS: the first encrypts.
 */
export function sealText(text: string, keys: readonly string[]): string {
  const [key] = keys;
  if (!key) throw new Error("There is no key to encrypt with");
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, Buffer.from(key, "base64"), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const packed = Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  return `v1.${keyId(key)}.${packed.toString("base64url")}`;
}

/** Decrypts what `sealText` made with any of `keys`. Throws when none of them did, or it was changed. */
export function openText(sealed: string, keys: readonly string[]): string {
  const [version, id, body = ""] = sealed.split(".");
  const key = keys.find((one) => keyId(one) === id);
  if (version !== "v1" || !key) throw new Error("A stored secret was encrypted with a key that is not known");
  const packed = Buffer.from(body, "base64url");
  const nonce = packed.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, Buffer.from(key, "base64"), nonce);
  decipher.setAuthTag(packed.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = Buffer.concat([decipher.update(packed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  return text.toString("utf8");
}

/** Tells which of several keys was used, and nothing about the key. */
function keyId(key: string): string {
  return createHash("sha256").update(`key id ${key}`).digest("base64url").slice(0, 8);
}
