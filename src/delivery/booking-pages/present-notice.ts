import type { Frame } from "#ui/booking/frame-model.ts";
import type { NoticeKind, NoticeModel } from "#ui/booking/view-model.ts";
import { businessFrame, type PageBusiness } from "./frame.ts";
import type { Shown } from "./visit.ts";
import { closedInWords, type WhyClosed } from "./why-closed.ts";

type Words = Pick<NoticeModel, "heading" | "text" | "action">;

function bareFrame(base: string, title: string): Frame {
  return { locale: "en", direction: "ltr", title, base };
}

function notice(kind: NoticeKind, base: string, words: Words): NoticeModel {
  return { ...bareFrame(base, words.heading), page: "notice", kind, ...words };
}

export function presentUnknownBusiness(base: string): Shown {
  const text = "Nobody takes bookings at this address. Check the link for a typing mistake.";
  return { status: 404, model: notice("unknownBusiness", base, { heading: "No business here", text }) };
}

export function presentTooMany(base: string, headers: Record<string, string>): Shown {
  const seconds = Number(headers["Retry-After"] ?? 60);
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : "a minute";
  const text = `There were many attempts from your network. Nothing is lost: wait ${wait}, then try again.`;
  return { status: 429, headers, model: notice("tooMany", base, { heading: "A little too fast", text }) };
}

export function presentTooLarge(base: string): Shown {
  const text = "This form was longer than we can read. Go back and shorten what you wrote.";
  return { status: 413, model: notice("error", base, { heading: "That was too much", text }) };
}

export function presentBroken(base: string): Shown {
  const text = "Something went wrong on our side. Please try again in a moment.";
  const action = { label: "Try again", href: `${base}/` };
  return { status: 500, model: notice("error", base, { heading: "That did not work", text, action }) };
}

type Place = { business: PageBusiness; base: string };

function ofBusiness({ business, base }: Place, kind: NoticeKind, words: Words): NoticeModel {
  return { ...businessFrame(business, base, words.heading), page: "notice", kind, ...words };
}

export function presentNotFound(place: Place): Shown {
  const text = "There is nothing at this address. It may have moved, or the link was cut short.";
  const action = { label: `To ${place.business.name}`, href: `${place.base}/` };
  return shownOf(place, 404, ofBusiness(place, "notFound", { heading: "Page not found", text, action }));
}

export function presentNoService(place: Place): Shown {
  const text = "It may have been renamed or is not offered any more. See what can be booked now.";
  const action = { label: "All services", href: `${place.base}/` };
  return shownOf(
    place,
    404,
    ofBusiness(place, "notFound", { heading: "This service is gone", text, action }),
  );
}

export function presentNoAppointment(place: Place): Shown {
  const text = "The link may have been cut short. Open it again from your e-mail, or ask the business.";
  const action = { label: `To ${place.business.name}`, href: `${place.base}/` };
  return shownOf(
    place,
    404,
    ofBusiness(place, "notFound", { heading: "We cannot find this appointment", text, action }),
  );
}

export function presentClosed(place: Place, why: WhyClosed = "suspended"): Shown {
  const action = { label: `To ${place.business.name}`, href: `${place.base}/` };
  return shownOf(place, 200, ofBusiness(place, "closed", { ...closedInWords(why), action }));
}

/** A time that was chosen so long ago that nothing of the choice is left. */
export function presentExpired(place: Place): Shown {
  const text = "Choose what you would like to book, and a time, once more.";
  const action = { label: "Start again", href: `${place.base}/` };
  return shownOf(place, 200, ofBusiness(place, "expired", { heading: "Let us start again", text, action }));
}

function shownOf(place: Place, status: number, model: NoticeModel): Shown {
  return { status, model, business: place.business };
}
