import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { rescheduleAppointment } from "#modules/appointments/reschedule-appointment.ts";
import { RescheduleAppointmentInput } from "#modules/appointments/schema.ts";
import type { MoveModel } from "#ui/booking/appointment-model.ts";
import type { TakenModel } from "#ui/booking/frame-model.ts";
import { businessFrame, optional } from "./frame.ts";
import { loadOffer, type Offer, timeFrameOf } from "./load-service.ts";
import { loadStart, loadTimes } from "./load-times.ts";
import { withManaged } from "./manage.ts";
import { type Managed, managedFrame, manageHref } from "./present-appointment.ts";
import { presentNoService } from "./present-notice.ts";
import { presentTaken } from "./present-taken.ts";
import { presentTime, summaryOf } from "./present-time.ts";
import { readSelection, type Selection, selectionFields, withSelection } from "./selection.ts";
import { dayAndTime, phraseElsewhere, shortDayAndTime, weekdayAndTime } from "./time-words.ts";
import { type OwnClaims, seatsAsked, timesQuery } from "./times-query.ts";
import type { Answer, Shown, Visit } from "./visit.ts";

type Move = {
  managed: Managed;
  offer: Offer;
  selection: Selection;
  /** The selection as links of these pages carry it: what the appointment says is left out. */
  linked: Selection;
  own: OwnClaims;
};

/** What links say for "the first available": without it, the appointment's own person is meant. */
const anybody = "any";

/** GET …/manage/<token>/reschedule: the times; with `start`, the last look before moving (row D5). */
export function chooseNewTime(visit: Visit, token: string): Promise<Answer> {
  return withManaged<Answer>(visit, token, async (managed, ctx) => {
    if (!managed.appointment.changeable) return { redirect: manageHref(managed) };
    const move = await openMove(ctx, managed, visit.query);
    if (!move) return presentNoService({ business: managed.business, base: visit.base });
    const { start } = move.selection;
    return start ? confirmMove(ctx, move, start) : showNewTimes(ctx, move);
  });
}

/** The appointment's own service, place and person, unless the customer now prefers another person. */
export async function openMove(
  ctx: TenantContext,
  managed: Managed,
  fields: URLSearchParams,
): Promise<Move | null> {
  const { appointment, business } = managed;
  const asked = readSelection(fields);
  const anyone = fields.get("staff") === anybody;
  const selection: Selection = {
    ...asked,
    service: appointment.service.slug,
    // A class is given by whoever teaches that session; of other visits the person is kept.
    staff: anyone ? undefined : (asked.staff ?? (appointment.sessionId ? undefined : appointment.staff.id)),
    location: appointment.location.id,
    tz: asked.tz ?? appointment.customerTimeZone ?? undefined,
    seats: appointment.seats > 1 ? appointment.seats : undefined,
  };
  const found = await loadOffer(ctx, business, selection);
  if (!found) return null;
  const offer = { ...found, locations: found.location ? [found.location] : [] };
  const staff = offer.chosen?.id ?? anybody;
  const linked = { ...selection, service: "", location: undefined, staff };
  return { managed, selection, offer, linked, own: { ignoreAppointmentId: appointment.id } };
}

async function showNewTimes(
  ctx: TenantContext,
  { managed, offer, selection, linked, own }: Move,
  taken?: TakenModel,
): Promise<Shown> {
  const path = manageHref(managed, "/reschedule");
  const { tz } = selectionFields(selection);
  const model = presentTime({
    offer,
    times: await loadTimes(ctx, timesQuery(offer, selection, own)),
    selection: linked,
    anybody,
    base: managed.base,
    path,
    purpose: "reschedule",
    heading: "Choose a new time",
    back: { label: "Keep the time I have", href: manageHref(managed) },
    form: { action: path, method: "get", hidden: { staff: linked.staff ?? anybody, ...(tz && { tz }) } },
    ...(taken && { taken }),
  });
  const { zone } = managedFrame(managed);
  const { start } = managed.appointment;
  const was = (words: typeof dayAndTime) => `Now: ${words(start, zone, offer.business.locale)}`;
  const summary = { ...model.summary, when: was(dayAndTime), whenShort: was(shortDayAndTime) };
  return { model: { ...model, summary }, business: managed.business };
}

/** The chosen time beside the old one. A time that went meanwhile is told at once. */
async function confirmMove(ctx: TenantContext, move: Move, start: string): Promise<Shown> {
  const { managed, offer, selection } = move;
  const found = await loadStart(ctx, {
    serviceId: offer.service.id,
    staffId: offer.chosen?.id,
    locationId: offer.location?.id,
    start,
    ...seatsAsked(offer, selection),
    ignoreAppointmentId: managed.appointment.id,
  });
  const frame = timeFrameOf(offer, selection.tz);
  if (!found) {
    const taken = presentTaken({ refused: { reason: "slotTaken", message: "" }, start, frame });
    return {
      ...(await showNewTimes(ctx, { ...move, selection: { ...selection, start: undefined } }, taken)),
      status: 409,
    };
  }
  const same = found.staffIds.includes(managed.appointment.staff.id);
  const staffId = same ? managed.appointment.staff.id : (found.staffIds[0] ?? managed.appointment.staff.id);
  return { model: presentMove({ ...move, start, staffId }), business: managed.business };
}

type MoveFacts = Move & { start: string; staffId: string; taken?: TakenModel };

function presentMove({ managed, offer, selection, start, staffId, taken }: MoveFacts): MoveModel {
  const frame = timeFrameOf(offer, selection.tz);
  const person = offer.staff.find((member) => member.id === staffId);
  const path = manageHref(managed, "/reschedule");
  const old = managed.appointment;
  return {
    ...businessFrame(managed.business, managed.base, "Move your appointment"),
    page: "move",
    heading: "Move your appointment?",
    back: { label: "Other times", href: withSelection(path, { staff: selection.staff, tz: selection.tz }) },
    summary: summaryOf(
      { ...offer, ...(person && { chosen: person }) },
      { start, frame, seats: selection.seats },
    ),
    from: withPerson(
      dayAndTime(old.start, frame.zone, frame.locale),
      staffId === old.staff.id ? undefined : old.staff.name,
    ),
    to: withPerson(
      dayAndTime(start, frame.zone, frame.locale),
      staffId === old.staff.id ? undefined : person?.name,
    ),
    ...optional("toElsewhere", phraseElsewhere(start, frame)),
    action: path,
    hidden: { ...selectionFields({ start, staff: staffId, tz: selection.tz, session: selection.session }) },
    submitLabel: `Move to ${weekdayAndTime(start, frame.zone, frame.locale)}`,
    ...(taken && { taken }),
  };
}

function withPerson(when: string, name: string | undefined): string {
  return name ? `${when}, with ${name}` : when;
}

/** POST …/manage/<token>/reschedule: moves it, or offers the nearest times when someone was quicker (row D3). */
export async function moveAppointment(visit: Visit, token: string): Promise<Answer> {
  const { staff, start, session } = readSelection(visit.form);
  const input = RescheduleAppointmentInput.safeParse({ token, start, staffId: staff, sessionId: session });
  if (!input.success) return chooseNewTime(visit, token);
  const moved = await withTenant(visit.scope, (ctx) => rescheduleAppointment(ctx, input.data));
  const address = manageHref({ base: visit.base, token });
  if (moved.ok) return { redirect: `${address}?done=moved` };
  if (moved.reason !== "slotTaken" && moved.reason !== "notOffered") return { redirect: address };
  return offerNearest(visit, { token, start: input.data.start, refused: moved });
}

type Lost = { token: string; start: string; refused: Refused };

function offerNearest(visit: Visit, { token, start, refused }: Lost): Promise<Answer> {
  return withManaged<Answer>(visit, token, async (managed, ctx) => {
    const move = await openMove(ctx, managed, visit.form);
    if (!move) return presentNoService({ business: managed.business, base: visit.base });
    const frame = timeFrameOf(move.offer, move.selection.tz);
    const more = { label: "See all times", href: manageHref(managed, "/reschedule") };
    const taken = presentTaken({ refused, start, frame, more });
    const staffId = move.selection.staff ?? managed.appointment.staff.id;
    return {
      model: presentMove({ ...move, start, staffId, taken }),
      business: managed.business,
      status: 409,
    };
  });
}
