import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { formatClock, formatDayTime } from "#kernel/time/format-time.ts";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { bySubject, claimsOfNow, ruleNamesFor, type SubjectClaim, subjectsOf } from "./explain-evidence.ts";
import { type Moment, momentOf } from "./explain-moment.ts";
import { notesOnThePast } from "./explain-notes.ts";
import { standAt } from "./explain-past.ts";
import type { ExplainTimeInput, ExplainTimeOutput } from "./explain-schema.ts";
import { type LoadedSchedule, loadSchedule } from "./load-schedule.ts";
import { stricterLimits } from "./rules/bookable-window.ts";
import type { Bookables, Question } from "./rules/bookables.ts";
import { type Known, type Reason, reasonOf } from "./rules/explain-reason.ts";
import { explainStart } from "./rules/explain-start.ts";
import type { RuleRow } from "./rules/rule-book.ts";

/**
 * Why a start is not offered to customers: every reason with what it is about (C6), or none when it is offered. For the
 * team. Answers for the past with the rules and bookings of then.
 */
export async function explainTime(
  ctx: TenantContext,
  input: ExplainTimeInput,
): Promise<Result<ExplainTimeOutput, "forbidden" | "notFound" | "invalid">> {
  const refused = refuseOutsiders(ctx) ?? requireRight(ctx.actor, "schedule.read");
  if (refused) return refused;
  const names = await namesOf(ctx, input);
  if (!names.ok) return names;
  const moment = await momentOf(ctx, input, names.value.locale);
  const today = await loadAround(ctx, input, moment.start);
  if (!today.service) return refuse("notFound", "This service is not there.");
  const when = whenAsked(ctx, input, { start: moment.start, today: today as Today });
  if ("ok" in when) return when;
  const about = { input, moment, today: today as Today, when, names: names.value };
  return ok(when.past ? await answerForThen(ctx, about) : await answerForNow(ctx, about));
}

type Today = LoadedSchedule & Bookables & { service: NonNullable<LoadedSchedule["service"]> };
type Names = { locale: string; serviceName: string };
type When = { now: number; past: boolean; assumed: boolean };
type About = { input: ExplainTimeInput; moment: Moment; today: Today; when: When; names: Names };

function refuseOutsiders({ actor }: TenantContext): Refused<"forbidden"> | null {
  if (actor.kind !== "customer" && actor.kind !== "assistant") return null;
  return refuse("forbidden", "Only the team of the business can ask this.");
}

/** Names for the words; refuses what is not (or not any more) of this business. */
async function namesOf(ctx: TenantContext, input: ExplainTimeInput): Promise<Result<Names, "notFound">> {
  const [row] = await ctx.sql<{ locale: string; service: string | null; staff: boolean; place: boolean }>(
    `SELECT t.locale, (SELECT s.name FROM service s WHERE s.tenant_id = $1 AND s.id = $2) AS service,
       $3::uuid IS NULL OR EXISTS (SELECT FROM staff p WHERE p.tenant_id = $1 AND p.id = $3) AS staff,
       $4::uuid IS NULL OR EXISTS (SELECT FROM location l WHERE l.tenant_id = $1 AND l.id = $4) AS place
     FROM tenant t WHERE t.id = $1`,
    [ctx.tenantId, input.serviceId, input.staffId ?? null, input.locationId ?? null],
  );
  if (!row?.service) return refuse("notFound", "This service is not there.");
  if (!row.staff) return refuse("notFound", "This person is not there.");
  if (!row.place) return refuse("notFound", "This location is not there.");
  return ok({ locale: row.locale, serviceName: row.service });
}

/** Claims of a day around: a neighbour's buffer is said with the visit that it belongs to. */
function loadAround(ctx: TenantContext, input: ExplainTimeInput, start: number) {
  const { serviceId, staffId, locationId, ignoreAppointmentId } = input;
  const window = { from: start, until: start + 1 };
  const reach = 2 * minutesPerDay;
  return loadSchedule(ctx, { serviceId, staffId, locationId, ignoreAppointmentId, window, reach });
}

/** The moment to answer for. Of a start in the past: the last one at which it could have been booked. */
function whenAsked(
  ctx: TenantContext,
  { askedAt, staffId }: ExplainTimeInput,
  { start, today }: { start: number; today: Today },
): When | Refused<"invalid"> {
  const now = ctx.clock.now() / 60_000;
  if (askedAt !== undefined) {
    const asked = parseInstant(askedAt);
    if (asked > now) return refuse("invalid", "This moment is still to come.", { field: "askedAt" });
    return { now: asked, past: true, assumed: false };
  }
  if (start > now) return { now, past: false, assumed: false };
  const who = today.staff.filter(({ id }) => staffId === undefined || id === staffId);
  const notices = who.map((member) => stricterLimits(today.business, today.service, member).noticeMin);
  const notice = notices.length > 0 ? Math.min(...notices) : 0;
  return { now: start - notice, past: true, assumed: true };
}

async function answerForNow(ctx: TenantContext, about: About): Promise<ExplainTimeOutput> {
  const { today, moment } = about;
  const around = { from: moment.start - 2 * minutesPerDay, until: moment.start + 3 * minutesPerDay };
  const claims = await claimsOfNow(ctx, subjectsOf(today), around);
  const known = await knownOf(ctx, about, { claims, ruleRows: today.ruleRows });
  return answer(about, explain(today, known, about), moment.notes);
}

async function answerForThen(ctx: TenantContext, about: About): Promise<ExplainTimeOutput> {
  const { input, today, moment, when, names } = about;
  const askedAt = new Date(when.now * 60_000).toISOString();
  const then = await standAt(ctx, today, {
    start: moment.start,
    askedAt,
    ignoreId: input.ignoreAppointmentId,
  });
  const known = await knownOf(ctx, about, then);
  const { timeZone } = moment;
  const notes = await notesOnThePast(ctx, {
    ...{ bookables: then.bookables, start: moment.start, askedAt, timeZone, locale: names.locale },
    visits: then.visits,
  });
  const asOf = formatDayTime(askedAt, timeZone, names.locale);
  const first = when.assumed
    ? `As it was on ${asOf}, the last moment at which this time could be booked. Say when the customer looked for another one.`
    : `As it was on ${asOf}.`;
  return answer(about, explain(then.bookables, known, about), [...moment.notes, first, ...notes]);
}

type Evidence = { claims: readonly SubjectClaim[]; ruleRows: readonly RuleRow[] };

async function knownOf(ctx: TenantContext, { names }: About, evidence: Evidence): Promise<Known> {
  const ruleNames = await ruleNamesFor(ctx, evidence.ruleRows);
  return { ...names, claims: bySubject(evidence.claims), ruleNames };
}

function explain(bookables: Bookables, known: Known, { input, moment, when, today }: About): Reason[] {
  const question: Question = {
    window: { from: moment.start, until: moment.start + 1 },
    ...{ audience: "customer", now: when.now, staffId: input.staffId, seats: input.seats },
  };
  const notOnline = whyNotOnline(today, known.serviceName);
  if (moment.gap) return [...notOnline, moment.gap];
  return [...notOnline, ...explainStart(bookables, question, known)];
}

function whyNotOnline({ service }: Today, name: string): Reason[] {
  const about = { kind: "service", id: service.id } as const;
  if (service.archived) {
    const remedy = "Restore the service.";
    return [reasonOf({ code: "notOnline", message: `${name} is archived`, remedy }, { about })];
  }
  if (service.online) return [];
  const message = `${name} is not offered online: only the team books it`;
  const remedy = "Let customers book it themselves.";
  return [reasonOf({ code: "notOnline", message, remedy }, { about })];
}

function answer({ moment, when }: About, reasons: Reason[], notes: string[]): ExplainTimeOutput {
  return {
    offered: reasons.length === 0,
    reasons,
    start: formatInstant(moment.start),
    wallTime: `${moment.wall.date}T${formatClock(moment.wall.minute)}`,
    timeZone: moment.timeZone,
    askedAt: new Date(when.now * 60_000).toISOString(),
    past: when.past,
    notes,
  };
}
