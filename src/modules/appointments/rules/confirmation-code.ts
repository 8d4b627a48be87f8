import { randomInt } from "node:crypto";

/**
 * Capitals and digits without any that are mistaken for one another when read out or written down: no B/8, I/1/L,
 * O/0/Q, S/5, U/V, Z/2 (D4). 21 signs make 37 billion codes.
 */
export const codeAlphabet = "ACDEFGHJKMNPRTWXY3479";

const codeLength = 8;

/** A random confirmation code; the database keeps it unique within the business. */
export function newConfirmationCode(): string {
  let code = "";
  for (let position = 0; position < codeLength; position++)
    code += codeAlphabet[randomInt(codeAlphabet.length)];
  return code;
}
