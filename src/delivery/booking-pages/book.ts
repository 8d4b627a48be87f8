import { withTenant } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import type { Refused } from "#kernel/result.ts";
import { bookAppointment } from "#modules/appointments/book-appointment.ts";
import { BookAppointmentInput } from "#modules/appointments/schema.ts";
import type { DetailsField } from "#ui/booking/view-model.ts";
import { type Chosen, keyOf, readChosen, readHoldToken, readTyped, showDetails } from "./enter-details.ts";
import { holdCookie } from "./hold-cookie.ts";
import { loadBusiness, loadOffer, type Offer, timeFrameOf } from "./load-service.ts";
import { type DetailsFacts, timesHref } from "./present-details.ts";
import { presentClosed, presentExpired, presentNoService } from "./present-notice.ts";
import { presentTaken } from "./present-taken.ts";
import { seatsAsked } from "./times-query.ts";
import type { Answer, Visit } from "./visit.ts";

type Form = { visit: Visit; offer: Offer; chosen: Chosen };

/** POST …/book/details: books, or brings the form back with every word that was typed (rows D1, D3, D11). */
export async function book(visit: Visit): Promise<Answer> {
  const chosen = readChosen(visit.form);
  const opened = await withTenant(visit.scope, async (ctx) => {
    const business = await loadBusiness(ctx);
    const place = { business, base: visit.base };
    if (!chosen) return { page: presentExpired(place) };
    if (business.status !== "active") return { page: presentClosed(place) };
    const offer = await loadOffer(ctx, business, chosen);
    return offer ? { form: { visit, offer, chosen } } : { page: presentNoService(place) };
  });
  if (opened.page) return opened.page;
  const { form } = opened;
  if (visit.form.get("website")) {
    const problem = "A field that people cannot see was filled in. Please press the button again.";
    return bringBack(form, { problem }, 422);
  }
  const input = BookAppointmentInput.safeParse(inputOf(form));
  if (!input.success) return bringBack(form, { errors: errorsOf(input.error.issues) }, 422);
  const booked = await withTenant(visit.scope, (ctx) => bookAppointment(ctx, input.data));
  if (!booked.ok) return bringBack(form, afterRefusal(form, booked), 409);
  return {
    redirect: `${visit.base}/booked/${booked.value.manageToken}`,
    cookie: holdCookie("", { base: visit.base, secure: visit.origin.startsWith("https:") }),
  };
}

function inputOf({ visit, offer, chosen }: Form): BookAppointmentInput {
  const { name, email, phone, notes } = readTyped(visit.form);
  return {
    serviceId: offer.service.id,
    staffId: offer.chosen?.id,
    locationId: offer.location?.id,
    start: chosen.start,
    ...seatsAsked(offer, chosen),
    customer: { name, email, phone },
    notes,
    timeZone: timeFrameOf(offer, chosen.tz).zone,
    holdToken: readHoldToken(visit.form),
    idempotencyKey: keyOf(visit.form).idempotencyKey,
    source: "page",
  };
}

const fieldNames: readonly string[] = ["name", "email", "phone", "notes"] satisfies DetailsField[];

/** The first message for each field, in the words of the schema. */
function errorsOf(
  issues: readonly { path: PropertyKey[]; message: string }[],
): Partial<Record<DetailsField, string>> {
  const errors: Partial<Record<DetailsField, string>> = {};
  for (const { path, message } of issues) {
    const field = String(path.at(-1));
    if (fieldNames.includes(field)) errors[field as DetailsField] ??= message;
  }
  return errors;
}

type BookingRefusal = Refused<"notFound" | "notOffered" | "slotTaken" | "keyReused" | "invalid">;

function afterRefusal({ visit, offer, chosen }: Form, refused: BookingRefusal): Partial<DetailsFacts> {
  switch (refused.reason) {
    case "slotTaken":
    case "notOffered": {
      const more = {
        label: "See all times",
        href: timesHref({ selection: chosen, base: visit.base, offer }),
      };
      const frame = timeFrameOf(offer, chosen.tz);
      return { taken: presentTaken({ refused, start: chosen.start, frame, more }) };
    }
    case "keyReused": {
      const problem =
        "This form has been used for a booking already. Press the button only to book once more.";
      return { problem, idempotencyKey: newId() };
    }
    case "invalid":
    case "notFound":
      return { problem: refused.message };
  }
}

/** The form again, with what was typed and what is wrong. */
async function bringBack(form: Form, why: Partial<DetailsFacts>, status: number): Promise<Answer> {
  const { visit, offer, chosen } = form;
  const again = { values: readTyped(visit.form), ...keyOf(visit.form), ...why };
  return withTenant(visit.scope, (ctx) =>
    showDetails(ctx, { visit, offer, chosen, holdToken: readHoldToken(visit.form), again, status }),
  );
}
