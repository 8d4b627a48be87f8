import { ok } from "#kernel/result.ts";
import { saveBuilderService } from "#modules/builders/save-builder-service.ts";
import { saveBuilderStaff } from "#modules/builders/save-builder-staff.ts";
import { saveOpeningHours } from "#modules/builders/save-opening-hours.ts";
import { EmailPart, HoursBody, ServiceBody, SlugPart, StaffBody } from "./inputs.ts";
import { bodyOf, type PlatformCall, parsed, writing } from "./platform-call.ts";

/** PUT /businesses/:reference/services/:slug */
export async function putService(call: PlatformCall): Promise<Response> {
  const part = parsed(SlugPart, call.params);
  if (!part.ok) return part.response;
  const body = bodyOf(call, ServiceBody);
  if (!body.ok) return body.response;
  return writing(call, async (ctx) => {
    const saved = await saveBuilderService(ctx, { ...part.value, ...body.value });
    if (!saved.ok) return saved;
    const { id, slug, name, description = null, durationMin, priceMinor, created } = saved.value;
    const shown = { id, slug, name, description, duration_minutes: durationMin, price_cents: priceMinor };
    return ok({ status: created ? 201 : 200, body: shown });
  });
}

/** PUT /businesses/:reference/staff/:email */
export async function putStaff(call: PlatformCall): Promise<Response> {
  const part = parsed(EmailPart, call.params);
  if (!part.ok) return part.response;
  const body = bodyOf(call, StaffBody);
  if (!body.ok) return body.response;
  return writing(call, async (ctx) => {
    const saved = await saveBuilderStaff(ctx, { ...part.value, ...body.value });
    if (!saved.ok) return saved;
    const { id, email, name, title = null, created } = saved.value;
    return ok({ status: created ? 201 : 200, body: { id, email, name, title } });
  });
}

/** PUT /businesses/:reference/hours: the whole week at once. */
export async function putHours(call: PlatformCall): Promise<Response> {
  const body = bodyOf(call, HoursBody);
  if (!body.ok) return body.response;
  return writing(call, async (ctx) => {
    const saved = await saveOpeningHours(ctx, body.value);
    return saved.ok ? ok({ status: 200, body: saved.value }) : saved;
  });
}
