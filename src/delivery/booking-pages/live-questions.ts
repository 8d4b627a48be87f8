import type { TenantContext, TenantScope } from "#database/tenant-context.ts";
import type { LiveAnswer, Question } from "#delivery/live/question.ts";
import { dayOf, minutesPerDay } from "#kernel/time/local-date.ts";
import { findHold } from "#modules/appointments/holds.ts";
import { heldToken } from "./hold-cookie.ts";
import { loadBusiness, loadOffer, type Offer } from "./load-service.ts";
import { loadTimes } from "./load-times.ts";
import { readManaged } from "./manage.ts";
import { presentTimes, type ShownTimes, versionOf } from "./present-times.ts";
import { openMove } from "./reschedule.ts";
import { readSelection, type Selection, selectionFields } from "./selection.ts";
import { type OwnClaims, timesQuery } from "./times-query.ts";

/** An open page, by what its address and cookies say. */
export type OpenPage = {
  scope: TenantScope;
  /** What links start with: "", "/<slug>" or "/book". */
  base: string;
  /** Below the business's pages, as the page's own address: "/book", "/manage/<token>/reschedule". */
  path: string;
  query: URLSearchParams;
  cookies: string;
};

/** What a time page asks, once it is known what it is about. */
type Topic = {
  offer: Offer;
  /** As links carry it. */
  selection: Selection;
  path: string;
  own: OwnClaims;
};

const movePath = /^\/manage\/([\w-]{16,200})\/reschedule$/;

/** The question that an open page asks again and again (row C5), or null when it is no page of times. */
export function liveQuestion(page: OpenPage): Question | null {
  const selection = settled(readSelection(page.query));
  const token = movePath.exec(page.path)?.[1];
  if (token) return questionOf(page, selection, (ctx) => moveTopic(ctx, page, token));
  if (page.path !== "/book" || !selection.service) return null;
  return questionOf(page, selection, (ctx) => bookTopic(ctx, page, selection));
}

function settled(selection: Selection): Selection {
  return { ...selection, start: undefined, session: undefined, choosingZone: false };
}

function questionOf(
  { scope, base, path, cookies }: OpenPage,
  selection: Selection,
  open: (ctx: TenantContext) => Promise<Topic | null>,
): Question {
  const fields = new URLSearchParams(selectionFields(selection)).toString();
  let topic: Topic | null = null;
  return {
    key: [base, path, fields, heldToken(cookies)].join(" "),
    scope,
    async prepare(ctx) {
      topic = await open(ctx);
      return topic !== null;
    },
    async answer(ctx) {
      if (!topic) throw new Error("A question was asked before it was prepared");
      return answerOf(await showTimes(ctx, topic));
    },
  };
}

async function bookTopic(ctx: TenantContext, page: OpenPage, selection: Selection): Promise<Topic | null> {
  const business = await loadBusiness(ctx);
  const offer = business.status === "active" ? await loadOffer(ctx, business, selection) : null;
  if (!offer) return null;
  const token = heldToken(page.cookies);
  const hold = token ? await findHold(ctx, token) : null;
  return { offer, selection, path: `${page.base}/book`, own: { ignoreHoldId: hold?.id } };
}

async function moveTopic(ctx: TenantContext, page: OpenPage, token: string): Promise<Topic | null> {
  const managed = await readManaged(ctx, { token, base: page.base, canonical: "" });
  if (!managed?.appointment.changeable) return null;
  const move = await openMove(ctx, managed, page.query);
  return move && { offer: move.offer, selection: move.linked, path: page.base + page.path, own: move.own };
}

async function showTimes(ctx: TenantContext, { offer, selection, path, own }: Topic): Promise<ShownTimes> {
  const times = await loadTimes(ctx, timesQuery(offer, selection, own));
  return { offer, times, selection, path };
}

/** Limits by the week, and zones, let a visit reach this far. */
const reach = 8 * minutesPerDay;

function answerOf(shown: ShownTimes): LiveAnswer {
  const { month, day } = presentTimes(shown);
  const parts = { month: JSON.stringify(month), day: JSON.stringify(day) };
  const [year = 0, number = 1] = month.month.split("-").map(Number);
  const from = dayOf(year, number, 1) * minutesPerDay - reach;
  // A month without times looks for the next one that has any.
  const until = month.empty ? Number.POSITIVE_INFINITY : from + 31 * minutesPerDay + 2 * reach;
  return { version: versionOf(parts.month, parts.day), parts, period: { from, until } };
}
