import { ok } from "#kernel/result.ts";
import { removeBuilderUser } from "#modules/builders/remove-builder-user.ts";
import { saveBuilderUser } from "#modules/builders/save-builder-user.ts";
import { EmailPart, UserBody } from "./inputs.ts";
import { bodyOf, type PlatformCall, parsed, writing } from "./platform-call.ts";

/** PUT /businesses/:reference/users/:email */
export async function putUser(call: PlatformCall): Promise<Response> {
  const part = parsed(EmailPart, call.params);
  if (!part.ok) return part.response;
  const body = bodyOf(call, UserBody);
  if (!body.ok) return body.response;
  return writing(call, async (ctx) => {
    const saved = await saveBuilderUser(ctx, { ...part.value, ...body.value });
    if (!saved.ok) return saved;
    const { created, ...user } = saved.value;
    return ok({ status: created ? 201 : 200, body: user });
  });
}

/** DELETE /businesses/:reference/users/:email */
export async function deleteUser(call: PlatformCall): Promise<Response> {
  const part = parsed(EmailPart, call.params);
  if (!part.ok) return part.response;
  return writing(call, async (ctx) => {
    const removed = await removeBuilderUser(ctx, part.value);
    return removed.ok ? ok({ status: 204, body: null }) : removed;
  });
}
