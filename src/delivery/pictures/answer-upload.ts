import { connectPictureEncoder } from "#compose.ts";
import type { TenantScope } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { addPicture } from "#modules/pictures/add-picture.ts";
import { tooLongWords } from "#modules/pictures/rules/file-words.ts";
import { longestFileBytes, rightFor } from "#modules/pictures/rules/picture-limits.ts";
import { PicturePurpose } from "#modules/pictures/schema.ts";

type Reason = Extract<Awaited<ReturnType<typeof addPicture>>, Refused>["reason"];

const statusOf: Readonly<Record<Reason, number>> = { forbidden: 403, invalid: 422, notFound: 404 };

/**
 * Keeps the picture that a request brings, for a member (null: nobody is signed in). Who may not is told so before the
 * file is read, and what is too long is read no further.
 */
export async function answerUpload(request: Request, member: TenantScope | null): Promise<Response> {
  if (!member) return refusal(401, "Sign in to continue.");
  const purpose = PicturePurpose.safeParse(new URL(request.url).searchParams.get("for"));
  if (!purpose.success)
    return refusal(400, purpose.error.issues[0]?.message ?? "Say what the picture is for.");
  const refused = requireRight(member.actor, rightFor[purpose.data]);
  if (refused) return refusal(403, refused.message);
  const file = await readAtMost(request, longestFileBytes);
  if (!file) return refusal(413, tooLongWords);
  const added = await addPicture(member, { purpose: purpose.data, file }, await connectPictureEncoder());
  return added.ok ? json(201, added.value) : refusal(statusOf[added.reason], added.message);
}

/** What went wrong, in words for whoever chose the file. */
export function refusal(status: number, message: string): Response {
  return json(status, { message });
}

function json(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

/** The body as bytes; null once it is longer than `most`. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
