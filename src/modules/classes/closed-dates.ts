import type { TenantContext } from "#database/tenant-context.ts";
import { holidayKey, loadRuleBook } from "#modules/availability/load-rule-book.ts";
import { layerOn, offOn } from "#modules/availability/rules/hours-on-date.ts";
import type { Scope } from "#modules/availability/rules/rule-book.ts";
import { openingLayer } from "#modules/availability/rules/rulings.ts";
import type { ClassTerms } from "./class-terms.ts";

/** A date and wall-clock minutes from its midnight. */
export type OnDate = { day: number; minute: number };

export type ClosedDates = {
  /** Why the class cannot begin then, in words: somebody or something is off. Null: nothing is in the way. */
  whyOff(on: OnDate): string | null;
  /** The public holiday on which the place is closed, in words; null: none, or it is open by special hours. */
  whyHoliday(on: OnDate): string | null;
};

/** Loads what can keep a class away on some dates beside claims: time off and public holidays. */
export async function loadClosedDates(
  ctx: TenantContext,
  terms: ClassTerms,
  days: { first: number; last: number },
): Promise<ClosedDates> {
  const around = { first: days.first - 1, last: days.last + 2 };
  const { book, holidayNames } = await loadRuleBook(ctx, around);
  const { staffId, serviceId, locationId, staffName, locationName, timeZone, durationMin } = terms;
  const owners: [words: string, scopes: Scope[]][] = [
    [`${staffName} has time off.`, [{ staffId }, { staffId, locationId }]],
    [`${locationName} is closed for a time.`, [{}, { locationId }]],
    ["The class is suspended for a time.", [{ serviceId }, { serviceId, locationId }]],
  ];
  const place = { id: locationId, name: locationName, timeZone };
  return {
    whyOff({ day, minute }) {
      const touches = (part: { start: number; end: number }) =>
        part.start < minute + durationMin && part.end > minute;
      return owners.find(([, scopes]) => offOn(book, scopes, day).some(touches))?.[0] ?? null;
    },
    whyHoliday({ day }) {
      if (layerOn(book, openingLayer(place), day)?.ruling.by !== "holiday") return null;
      const name = holidayNames.get(holidayKey(locationId, day));
      return name ? `${locationName} is closed: ${name}.` : `${locationName} is closed for a public holiday.`;
    },
  };
}
