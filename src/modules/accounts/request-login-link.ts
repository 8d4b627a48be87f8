import { platformQuery } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { countAttempt } from "./attempts.ts";
import { findKnownDevice } from "./known-devices.ts";
import type { RequestLoginLinkInput } from "./schema.ts";

/**
 * Asks for a link by e-mail, to sign in or to sign up (A2, row O). The job is enqueued for known and unknown addresses
 * alike and finds out itself, so neither answer nor time tells who has a login. The token is made in the job: it stands
 * in no queue. Limited by network address only: nobody can use up the links of somebody else.
 */
export async function requestLoginLink(
  input: RequestLoginLinkInput,
): Promise<Result<{ requested: true }, "rateLimited">> {
  const { email, purpose, visitor } = input;
  const device = await findKnownDevice(email, visitor.devices);
  const refused = await countAttempt("link", { account: email, address: visitor.address, device });
  if (refused) return refused;
  await platformQuery(
    "SELECT enqueue('send-login-link', jsonb_build_object('email', $1::text, 'purpose', $2::text))",
    [email, purpose],
    "enqueue_login_link",
  );
  return ok({ requested: true });
}
