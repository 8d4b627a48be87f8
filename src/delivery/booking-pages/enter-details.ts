import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { formatTime } from "#kernel/time/format-time.ts";
import { extendHold } from "#modules/appointments/extend-hold.ts";
import { findNearby } from "#modules/appointments/find-nearby.ts";
import { readHold } from "#modules/appointments/read-hold.ts";
import type { DetailsField } from "#ui/booking/view-model.ts";
import { loadBusiness, loadOffer, type Offer, timeFrameOf } from "./load-service.ts";
import { loadStart } from "./load-times.ts";
import { type DetailsFacts, presentDetails, timesHref } from "./present-details.ts";
import { presentClosed, presentExpired, presentNoService } from "./present-notice.ts";
import { presentTaken } from "./present-taken.ts";
import { readSelection, type Selection } from "./selection.ts";
import { seatsAsked } from "./times-query.ts";
import type { Answer, Shown, Visit } from "./visit.ts";

const tokenPattern = /^[\w-]{16,200}$/;

export type Chosen = Selection & { start: string };

/** The selection with a start, or null when the address or form has lost it. */
export function readChosen(fields: URLSearchParams): Chosen | null {
  const selection = readSelection(fields);
  return selection.service && selection.start ? { ...selection, start: selection.start } : null;
}

/** The token of the page's hold, when it looks like one. */
export function readHoldToken(fields: URLSearchParams): string | undefined {
  const token = fields.get("hold") ?? "";
  return tokenPattern.test(token) ? token : undefined;
}

/** What was typed, as it was typed. */
export function readTyped(form: URLSearchParams): Record<DetailsField, string> {
  const field = (name: DetailsField) => form.get(name) ?? "";
  return { name: field("name"), email: field("email"), phone: field("phone"), notes: field("notes") };
}

/** GET …/book/details: the form for the held time; says so when nothing is kept any more, or the time is gone. */
export async function enterDetails(visit: Visit): Promise<Answer> {
  const chosen = readChosen(visit.query);
  return withTenant(visit.scope, async (ctx) => {
    const business = await loadBusiness(ctx);
    const place = { business, base: visit.base };
    if (!chosen) return presentExpired(place);
    if (business.status !== "active") return presentClosed(place);
    const offer = await loadOffer(ctx, business, chosen);
    if (!offer) return presentNoService(place);
    return showDetails(ctx, { visit, offer, chosen, holdToken: readHoldToken(visit.query) });
  });
}

export type DetailsRequest = {
  visit: Visit;
  offer: Offer;
  chosen: Chosen;
  holdToken?: string | undefined;
  /** What the form brings back. */
  again?: Partial<DetailsFacts>;
  status?: number;
};

/** The details page as things stand now: with its hold, without it, or with the time gone. */
export async function showDetails(ctx: TenantContext, request: DetailsRequest): Promise<Shown> {
  const { visit, offer, chosen, holdToken, again } = request;
  const hold = holdToken ? await readHold(ctx, { token: holdToken }) : null;
  const live = hold?.ok && hold.value.live ? hold.value : null;
  const facts: DetailsFacts = {
    offer,
    selection: chosen,
    base: visit.base,
    now: ctx.clock.now(),
    ...(live && { holdToken: live.token, holdExpiresAt: live.expiresAt, holdStaffId: live.staffId }),
    ...(!live &&
      !again?.taken &&
      (await withoutHold(ctx, request, hold?.ok ? hold.value.expiresAt : undefined))),
    ...again,
  };
  return {
    model: presentDetails(facts),
    business: offer.business,
    ...(request.status && { status: request.status }),
  };
}

/** Nothing is kept: the time may be free still, or somebody else's by now. */
async function withoutHold(
  ctx: TenantContext,
  { offer, chosen, visit }: DetailsRequest,
  expiredAt: string | undefined,
): Promise<Partial<DetailsFacts>> {
  const frame = timeFrameOf(offer, chosen.tz);
  const wish = {
    serviceId: offer.service.id,
    staffId: offer.chosen?.id,
    locationId: offer.location?.id,
    start: chosen.start,
    ...seatsAsked(offer, chosen),
  };
  if (await loadStart(ctx, wish)) {
    const until = expiredAt && formatTime(expiredAt, frame.zone, frame.locale);
    return {
      holdGone: until ? `We kept this time until ${until}` : "This time is not kept for you any more",
    };
  }
  const refused = {
    reason: "slotTaken" as const,
    message: "",
    details: { nearest: await findNearby(ctx, wish) },
  };
  const more = { label: "See all times", href: timesHref({ selection: chosen, base: visit.base, offer }) };
  return { taken: presentTaken({ refused, start: chosen.start, frame, more }) };
}

/** POST …/book/hold/extend: more time for the form; the page comes back with everything that was typed. */
export async function extendTime(visit: Visit): Promise<Answer> {
  const chosen = readChosen(visit.form);
  const holdToken = readHoldToken(visit.form);
  if (holdToken) await withTenant(visit.scope, (ctx) => extendHold(ctx, { token: holdToken }));
  return withTenant(visit.scope, async (ctx) => {
    const business = await loadBusiness(ctx);
    const offer = chosen && (await loadOffer(ctx, business, chosen));
    if (!offer) return presentExpired({ business, base: visit.base });
    const again = { values: readTyped(visit.form), ...keyOf(visit.form) };
    return showDetails(ctx, { visit, offer, chosen, holdToken, again });
  });
}

/** The form's idempotency key, when it is one. */
export function keyOf(form: URLSearchParams): { idempotencyKey?: string } {
  const key = form.get("key") ?? "";
  return /^[\w-]{8,200}$/.test(key) ? { idempotencyKey: key } : {};
}
