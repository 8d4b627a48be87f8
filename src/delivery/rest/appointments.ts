import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { bookAppointment } from "#modules/appointments/book-appointment.ts";
import { cancelAppointment } from "#modules/appointments/cancel-appointment.ts";
import { readAppointment } from "#modules/appointments/read-appointment.ts";
import { rescheduleAppointment } from "#modules/appointments/reschedule-appointment.ts";
import {
  type AppointmentView,
  BookAppointmentInput,
  CancelAppointmentInput,
  RescheduleAppointmentInput,
} from "#modules/appointments/schema.ts";
import { CancelBody, IdempotencyHeader, NewAppointmentBody, RescheduleBody } from "./inputs.ts";
import { appointmentJson } from "./outputs.ts";
import { invalidResponse, json, refusalResponse } from "./respond.ts";
import { type Call, readBody } from "./routes.ts";

/** POST …/appointments: books; the same `Idempotency-Key` books once and is answered alike each time. */
export async function postAppointment(call: Call): Promise<Response> {
  const body = await readBody(call.request, NewAppointmentBody);
  if (!body.ok) return body.response;
  const key = IdempotencyHeader.safeParse(call.request.headers.get("idempotency-key") ?? undefined);
  if (!key.success) return invalidResponse(key.error);
  const input = BookAppointmentInput.safeParse({ ...body.value, idempotencyKey: key.data });
  if (!input.success) return invalidResponse(input.error);

  const result = await withTenant(call.scope, (ctx) => bookAppointment(ctx, input.data));
  if (!result.ok) return refusalResponse(result);
  const { appointment, manageToken, replayed } = result.value;
  const headers: Record<string, string> = replayed ? { "Idempotency-Replayed": "true" } : {};
  return json(201, { ...appointmentJson(appointment), manage_token: manageToken }, headers);
}

/** GET …/appointments/:id?token= */
export async function getAppointment(call: Call): Promise<Response> {
  const result = await withTenant(call.scope, (ctx) => named(ctx, call));
  return result.ok ? json(200, appointmentJson(result.value)) : refusalResponse(result);
}

/** PUT …/appointments/:id/reschedule?token= */
export async function putReschedule(call: Call): Promise<Response> {
  const body = await readBody(call.request, RescheduleBody);
  if (!body.ok) return body.response;
  return change(call, async (ctx, token) => {
    const input = RescheduleAppointmentInput.parse({ ...body.value, token });
    return rescheduleAppointment(ctx, input);
  });
}

/** DELETE …/appointments/:id/cancel?token= */
export async function deleteAppointment(call: Call): Promise<Response> {
  const body = await readBody(call.request, CancelBody, {});
  if (!body.ok) return body.response;
  const input = CancelAppointmentInput.safeParse({
    target: { token: tokenOf(call) },
    reason: body.value.reason ?? undefined,
  });
  if (!input.success) return refusalResponse(notThere());
  return change(call, (ctx) => cancelAppointment(ctx, input.data));
}

type Change = (ctx: TenantContext, token: string) => Promise<Result<AppointmentView>>;

async function change(call: Call, work: Change): Promise<Response> {
  const result = await withTenant(call.scope, async (ctx) => {
    const appointment = await named(ctx, call);
    return appointment.ok ? work(ctx, tokenOf(call)) : appointment;
  });
  return result.ok ? json(200, appointmentJson(result.value)) : refusalResponse(result);
}

/** The appointment of the address, if the token is a manage link's for this very one. */
async function named(ctx: TenantContext, call: Call): Promise<Result<AppointmentView>> {
  const token = tokenOf(call);
  if (token.length < 16 || token.length > 200) return notThere();
  const found = await readAppointment(ctx, { target: { token } });
  if (!found.ok) return found;
  return found.value.id === call.params.id ? ok(found.value) : notThere();
}

function tokenOf(call: Call): string {
  return call.url.searchParams.get("token") ?? "";
}

function notThere(): Refused<"notFound"> {
  return refuse("notFound", "There is no appointment with this id and token.");
}
