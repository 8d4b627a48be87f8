import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { type BusinessHours, holidayKey, loadRuleBook } from "./load-rule-book.ts";
import { layerOn, offOn, type Part, subtract } from "./rules/hours-on-date.ts";
import type { Scope } from "./rules/rule-book.ts";
import type { Layer } from "./rules/rulings.ts";
import type { HoursOnDate, PreviewHoursInput, PreviewHoursOutput } from "./schedule-schema.ts";
import { refuseMissing } from "./stored-rules.ts";
import { intervalsOf, loadWorkers, type Worker, workedOn } from "./working-hours.ts";

/**
 * What results on some dates of everything that is set about a scope's hours (C1): of a person, when they work; of the
 * business, a location, a service or a resource, when it lets others work.
 */
export async function previewHours(
  ctx: TenantContext,
  input: PreviewHoursInput,
): Promise<Result<PreviewHoursOutput, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.read") ?? (await refuseMissing(ctx, input));
  if (refused) return refused;
  const first = parseLocalDate(input.dateFrom);
  const days = Array.from({ length: input.days }, (_, index) => first + index);
  const hours = await loadRuleBook(ctx, { first: first - 1, last: first + input.days });
  const [worker] = input.staffId ? await loadWorkers(ctx, input.staffId) : [];
  const setting = { hours, scope: input };
  return ok({ days: days.map((day) => (worker ? personOn(day, worker, setting) : layerOf(day, setting))) });
}

type Setting = { hours: BusinessHours; scope: Scope };

function personOn(day: number, worker: Worker, { hours, scope }: Setting): HoursOnDate {
  const { staffId, locationId } = scope;
  const locationIds = locationId ? [locationId] : worker.locationIds;
  const places = hours.places.filter(({ id }) => locationIds.includes(id));
  const intervals = intervalsOf(workedOn({ ...hours, places }, { ...worker, locationIds }, day));
  const own: Scope[] = [{ staffId }, ...places.map(({ id }) => ({ staffId, locationId: id }))];
  const theirs: Scope[] = [{}, ...places.map(({ id }) => ({ locationId: id }))];
  const holiday = places[0] && hours.holidayNames.get(holidayKey(places[0].id, day));
  return {
    date: formatLocalDate(day),
    intervals,
    ...reasonOf({
      away: offOn(hours.book, [...theirs, ...own], day).some(isOn),
      isOverride: layerOn(hours.book, { scopes: own, staffId }, day)?.ruling.by === "override",
      holiday: (intervals.length === 0 && holiday) || null,
    }),
  };
}

function layerOf(day: number, { hours, scope }: Setting): HoursOnDate {
  const { serviceId, resourceId, locationId } = scope;
  const layer = layerFor(scope);
  const decided = layerOn(hours.book, layer, day);
  const isOverride = decided?.ruling.by === "override";
  const opening = !serviceId && !resourceId;
  const name = opening ? (hours.holidayNames.get(holidayKey(locationId ?? null, day)) ?? null) : null;
  const holiday = isOverride ? null : name;
  const away = offOn(hours.book, layer.scopes, day);
  const limit = holiday ? [] : (decided?.hours ?? null);
  const touched = away.some(isOn);
  return {
    date: formatLocalDate(day),
    intervals: limit === null && !touched ? null : intervalsOf(subtract(limit ?? wholeDay, away)),
    ...reasonOf({ away: touched, isOverride, holiday }),
  };
}

const wholeDay: Part[] = [{ start: 0, end: 1440 }];

function isOn({ start, end }: Part): boolean {
  return start < 1440 && end > 0;
}

/** The scopes of what is previewed, general ones first. */
function layerFor({ locationId, serviceId, resourceId }: Scope): Layer {
  if (resourceId) return { scopes: [{ resourceId }] };
  const base = serviceId ? { serviceId } : {};
  return { scopes: [base, ...(locationId ? [{ ...base, locationId }] : [])] };
}

type Found = { away: boolean; isOverride: boolean; holiday: string | null };

function reasonOf({ away, isOverride, holiday }: Found): Pick<HoursOnDate, "because" | "name"> {
  if (away) return { because: "timeOff", name: null };
  if (isOverride) return { because: "override", name: null };
  return holiday ? { because: "holiday", name: holiday } : { because: null, name: null };
}
