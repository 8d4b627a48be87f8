import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { proveIdentity } from "./prove-identity.ts";
import { type QrShape, qrShape } from "./rules/qr-shape.ts";
import { newTotpSecret, totpAddress } from "./rules/totp.ts";
import type { Proven } from "./schema.ts";
import { storeTotpSecret } from "./totp-secrets.ts";

/** The secret in groups for typing, and as a picture for a camera. */
export type NewTotp = { secret: string; address: string; picture: QrShape };

/** Makes the secret for an authenticator app; it counts once `confirmTotp` has seen the first code (row O). */
export async function beginTotp(
  input: Proven & { email: string },
  clock: Clock = systemClock,
): Promise<Result<NewTotp, "invalid" | "notFound" | "rateLimited" | "wrongState">> {
  const refused = await proveIdentity(input, clock);
  if (refused) return refused;
  const secret = newTotpSecret();
  const stored = await withPlatform((ctx) => storeTotpSecret(ctx, input.userId, secret), clock);
  if (!stored) return refuse("wrongState", "An authenticator app is set up already. Remove it first.");
  const address = totpAddress(input.email, secret);
  return ok({ secret: secret.replaceAll(/(.{4})(?=.)/g, "$1 "), address, picture: qrShape(address) });
}
