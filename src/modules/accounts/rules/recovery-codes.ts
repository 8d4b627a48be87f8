import { createHash, randomBytes } from "node:crypto";

const codesAtOnce = 10;
/** Without letters and digits that look alike. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const lettersInCode = 16;

/** Ten codes of 79 random bits each, in groups of four (row O). They are shown once; only hashes are kept. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codesAtOnce }, () => letters().replaceAll(/(.{4})(?=.)/g, "$1-"));
}

/** SHA-256, hex, of a code as it was meant: case, spaces and hyphens do not matter. */
export function hashRecoveryCode(code: string): string {
  const letters = code.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return createHash("sha256").update(letters).digest("hex");
}

/** Bytes above the largest multiple of 31 are thrown away, so that all letters are equally likely. */
function letters(): string {
  const limit = 256 - (256 % alphabet.length);
  let code = "";
  while (code.length < lettersInCode) {
    const bytes = [...randomBytes(lettersInCode)].filter((byte) => byte < limit);
    code += bytes.map((byte) => alphabet[byte % alphabet.length]).join("");
  }
  return code.slice(0, lettersInCode);
}
