import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { requireMember } from "#delivery/sign-in/require-member.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { SaveLookInput } from "#modules/branding/schema.ts";
import { landingOf } from "./landing.ts";
import { previewResponse } from "./respond.ts";

/** A colour, two addresses and a style sheet; far below what would hurt. */
const longestFormBytes = 100_000;

/**
 * POST /dashboard/preview: the business's own page in a look that is not saved, for a member who may save it (A9). The
 * business comes from the session, the look from the form, and nothing of it is kept: no visitor can ask for it.
 */
export async function previewLook(request: Request): Promise<Response> {
  const member = await requireMember();
  if (!member || requireRight(member.actor, "business.write")) return new Response(null, { status: 403 });
  const body = await request.text();
  if (body.length > longestFormBytes) return new Response(null, { status: 413 });
  const base = `/${member.membership.slug}`;
  const scope = { tenantId: member.tenantId, actor: { kind: "customer" as const } };
  const visit = { scope, base, canonical: `${new URL(request.url).origin}${base}` };
  const shown = await landingOf(visit, lookIn(new URLSearchParams(body)));
  return previewResponse(shown, request.headers.get(internalHeaders.nonce) ?? "");
}

/** What of the form is a look; a field that is not finished yet is left as it is stored. */
function lookIn(form: URLSearchParams): SaveLookInput {
  const typed = {
    accentColor: form.get("accentColor") ?? undefined,
    logoUrl: form.get("logoUrl") ?? undefined,
    font: form.has("font") ? form.get("font") || null : undefined,
    customCss: form.get("customCss") ?? undefined,
    hidesMaker: form.has("hidesMaker") ? form.get("hidesMaker") === "true" : undefined,
  };
  const parsed = SaveLookInput.safeParse(typed);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const rest = Object.entries(typed).filter(([name]) => !wrong.has(name));
  return SaveLookInput.parse(Object.fromEntries(rest));
}
