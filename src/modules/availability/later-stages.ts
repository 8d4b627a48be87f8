import type { LoadedBookables } from "./bookables.ts";
import type { PackedOthers } from "./packed-row.ts";
import type { Bookables, Question, StaffMember } from "./rules/bookables.ts";
import { noClaims } from "./rules/find-starts.ts";
import { type RuleRow, ruleBook } from "./rules/rule-book.ts";
import type { StartSet } from "./rules/start-set.ts";
import { addStaff, newTally, offeredIn } from "./rules/start-tally.ts";

/** One who works whenever somebody of the others does by the week, one by their dates, one who follows the opening hours. */
const byTheWeek = "by the week";
const byDates = "by dates";
const follower = "follower";

/**
 * All starts that staff of later stages can have at most: as if they worked at every place, all that any of them ever
 * works on such a weekday, and nobody had booked them. Where this has no start, they have none.
 */
export function startsOfOthersAtMost(
  bookables: LoadedBookables,
  others: PackedOthers,
  question: Question,
): StartSet {
  const placeIds = bookables.places.map(({ id }) => id);
  const staff = [byTheWeek, byDates, ...(others.followers ? [follower] : [])].map((id) =>
    freely(id, placeIds),
  );
  const rules = bookables.ruleRows.filter(({ staffId }) => staffId === null);
  const atMost: Bookables = {
    ...bookables,
    service: withoutScarcity(bookables.service),
    staff,
    rules: ruleBook([...rules, ...rulesOfOthers(others)]),
    ...{ resources: [], travel: new Map(), visits: null },
  };
  const tally = newTally(atMost, question);
  addStaff(tally, atMost, question);
  return offeredIn(tally, atMost, question);
}

/** At every minute: the hours of several people, put together, do not begin where those of each of them do. */
function withoutScarcity(service: Bookables["service"]): Bookables["service"] {
  const visit = { ...service.visit, slotInterval: 1 };
  return { ...service, visit, staffNeeded: 1, requirements: [], maxPerDay: null, maxPerWeek: null };
}

function freely(id: string, placeIds: readonly string[]): StaffMember {
  return {
    ...{ id, name: "", placeIds, claims: noClaims, weight: 1, recentVisits: 0 },
    ...{ noticeMin: null, horizonDays: null, maxPerDay: null, maxPerWeek: null },
  };
}

function rulesOfOthers({ weekly, dates }: PackedOthers): RuleRow[] {
  return [
    // Hours of their own, or they would follow the opening hours.
    ruleOf(byTheWeek, { kind: "weekly", weekday: 1 }),
    ruleOf(byDates, { kind: "weekly", weekday: 1 }),
    ...(weekly ?? []).map(([weekday, startMinute, endMinute]) =>
      ruleOf(byTheWeek, { kind: "weekly", weekday, startMinute, endMinute }),
    ),
    ...(dates ?? []).map(([firstDay, lastDay, startMinute, endMinute]) =>
      ruleOf(byDates, { kind: "override", firstDay, lastDay, startMinute, endMinute }),
    ),
  ];
}

function ruleOf(staffId: string, stated: Partial<RuleRow> & Pick<RuleRow, "kind">): RuleRow {
  return {
    ...{ staffId, locationId: null, serviceId: null, resourceId: null },
    ...{ weekday: null, startMinute: null, endMinute: null, firstDay: null, lastDay: null },
    ...{ priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null },
    ...stated,
  };
}
