import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import { holdSlot } from "#modules/appointments/hold-slot.ts";
import { findHold } from "#modules/appointments/holds.ts";
import { HoldSlotInput } from "#modules/appointments/schema.ts";
import type { TakenModel } from "#ui/booking/frame-model.ts";
import { heldToken, holdCookie } from "./hold-cookie.ts";
import { loadBusiness, loadOffer, type Offer, timeFrameOf } from "./load-service.ts";
import { loadTimes } from "./load-times.ts";
import { presentClosed, presentNoService } from "./present-notice.ts";
import { presentTaken } from "./present-taken.ts";
import { presentTime } from "./present-time.ts";
import { readSelection, type Selection, selectionFields, withSelection } from "./selection.ts";
import { minutesOf } from "./time-words.ts";
import { seatsAsked, timesQuery } from "./times-query.ts";
import type { Answer, Shown, Visit } from "./visit.ts";
import { whyClosed } from "./why-closed.ts";

/** GET …/book: who, where and when (rows C4, C5, D1). */
export async function chooseTime(visit: Visit): Promise<Answer> {
  const selection = readSelection(visit.query);
  if (!selection.service) return { redirect: `${visit.base}/` };
  return withTenant(visit.scope, (ctx) => showTimes(ctx, visit, { selection }));
}

type Wanted = {
  selection: Selection;
  /** A start whose day is to be shown. */
  around?: string;
  takenOf?: (offer: Offer) => TakenModel;
  status?: number;
};

async function showTimes(ctx: TenantContext, visit: Visit, wanted: Wanted): Promise<Shown> {
  const business = await loadBusiness(ctx);
  const { base } = visit;
  const token = heldToken(visit.cookies);
  const hold = token ? await findHold(ctx, token) : null;
  const closed = await whyClosed(ctx, business, hold?.id);
  if (closed) return presentClosed({ business, base }, closed);
  const offer = await loadOffer(ctx, business, wanted.selection);
  if (!offer) return presentNoService({ business, base });
  const { zone } = timeFrameOf(offer, wanted.selection.tz);
  const selection = wanted.around ? onDayOf(wanted.selection, wanted.around, zone) : wanted.selection;
  const times = await loadTimes(ctx, timesQuery(offer, selection, { ignoreHoldId: hold?.id }));
  const { service, staff, tz, seats } = selection;
  const location = offer.location?.id;
  const model = presentTime({
    offer,
    times,
    selection,
    base,
    path: `${base}/book`,
    purpose: "book",
    heading: "When would you like to come?",
    back: { label: "All services", href: `${base}/` },
    form: {
      action: `${base}/book/hold`,
      method: "post",
      hidden: selectionFields({ service, staff, location, tz, seats }),
    },
    ...(wanted.takenOf && { taken: wanted.takenOf(offer) }),
  });
  return { model, business, ...(wanted.status && { status: wanted.status }) };
}

/** POST …/book/hold: keeps the pressed time while the form is filled in, or offers the nearest ones (row D3). */
export async function holdTime(visit: Visit): Promise<Answer> {
  const selection = readSelection(visit.form);
  const { start } = selection;
  if (!selection.service || !start) return { redirect: `${visit.base}/` };
  const held = await withTenant(visit.scope, async (ctx) => {
    const offer = await loadOffer(ctx, await loadBusiness(ctx), selection);
    if (!offer) return null;
    const input = HoldSlotInput.parse({
      serviceId: offer.service.id,
      staffId: offer.chosen?.id,
      locationId: offer.location?.id,
      start,
      ...seatsAsked(offer, selection),
      previousToken: heldToken(visit.cookies),
    });
    return holdSlot(ctx, input);
  });
  if (held?.ok) {
    const details = withSelection(`${visit.base}/book/details`, { ...selection, choosingZone: false });
    return {
      redirect: `${details}&hold=${held.value.token}`,
      cookie: holdCookie(held.value.token, { base: visit.base, secure: visit.origin.startsWith("https:") }),
    };
  }
  return withTenant(visit.scope, (ctx) => {
    const takenOf = (offer: Offer) => {
      const frame = timeFrameOf(offer, selection.tz);
      return presentTaken({ refused: held ?? { reason: "notFound", message: "" }, start, frame });
    };
    return showTimes(ctx, visit, { selection, around: start, takenOf, status: 409 });
  });
}

/** The same selection on the day of the time that was wanted. */
function onDayOf(selection: Selection, start: string, zone: string): Selection {
  const date = localDateOf(minutesOf(start), zone);
  return { ...selection, date, month: date.slice(0, 7), start: undefined };
}
