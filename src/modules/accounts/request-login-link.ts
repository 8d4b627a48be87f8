import { platformQuery } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { countAttempt } from "./attempts.ts";
import type { RequestLoginLinkInput } from "./schema.ts";

/**
 * Asks for a link by e-mail (row O). The job is enqueued for known and unknown addresses alike and finds out itself,
 * so neither answer nor time tells who has a login. The token is made in the job: it stands in no queue.
 */
export async function requestLoginLink(
  input: RequestLoginLinkInput,
): Promise<Result<{ requested: true }, "rateLimited">> {
  const refused = await countAttempt("link", input.email, input.visitor.address);
  if (refused) return refused;
  await platformQuery(
    "SELECT enqueue('send-login-link', jsonb_build_object('email', $1::text))",
    [input.email],
    "enqueue_login_link",
  );
  return ok({ requested: true });
}
