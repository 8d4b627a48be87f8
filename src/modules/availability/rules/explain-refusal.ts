import { type Refused, refuse } from "#kernel/result.ts";
import type { Bookables, Question } from "./bookables.ts";
import type { Reason, ReasonCode } from "./explain-reason.ts";
import { explainStart } from "./explain-start.ts";
import { noClaims } from "./find-starts.ts";
import { minutesInWords } from "./minutes-in-words.ts";

/** Reasons that go away when others cancel. */
const takenCodes: ReadonlySet<ReasonCode> = new Set([
  "taken",
  "buffer",
  "travel",
  "resourceTaken",
  "noSeats",
  "notEnoughStaff",
]);

/**
 * The refusal of a start that nobody can take, in the customer's words: without names of others or of rules.
 * `details.because` is the code of a reason that `explainStart` gives for the same question (C6).
 */
export function whyNobody(bookables: Bookables, question: Question): Refused<"slotTaken" | "notOffered"> {
  const reasons = explainStart(bookables, question);
  const taken = explainStart(withoutClaims(bookables), question).length === 0;
  const eligible = reasons.filter(({ code }) => takenCodes.has(code) === taken);
  const because = nearestToOffered(eligible.length > 0 ? eligible : reasons);
  if (!because) return refuse("notOffered", "This time cannot be booked. Please choose another one.");
  const message = customerWords[because.code](bookables, question);
  return refuse(taken ? "slotTaken" : "notOffered", message, { because: because.code });
}

/** What concerns everybody, else the first reason of the person who has the fewest. */
function nearestToOffered(reasons: readonly Reason[]): Reason | undefined {
  const common = reasons.find(({ staffId }) => staffId === null);
  if (common) return common;
  const perPerson = [...Map.groupBy(reasons, ({ staffId }) => staffId).values()];
  return perPerson.sort((a, b) => a.length - b.length)[0]?.[0];
}

function withoutClaims(bookables: Bookables): Bookables {
  return {
    ...bookables,
    staff: bookables.staff.map((member) => ({ ...member, claims: noClaims })),
    resources: bookables.resources.map((resource) => ({
      ...resource,
      units: resource.units.map((unit) => ({ ...unit, claims: noClaims })),
    })),
    sessions: bookables.sessions.map((session) => ({ ...session, seatsTaken: 0 })),
  };
}

type Words = (bookables: Bookables, question: Question) => string;

const notWorking: Words = (bookables, question) => {
  const only = onlyOne(bookables, question);
  return `${only ? `${only} does not work` : "We are closed"} at this time.`;
};
const booked: Words = (bookables, question) => {
  const only = onlyOne(bookables, question);
  return `${only ? `${only} is` : "Everybody is"} already booked at this time.`;
};
const said =
  (message: string): Words =>
  () =>
    message;

/** The one person it could be, by name. */
function onlyOne({ staff }: Bookables, { staffId }: Question): string | undefined {
  const [first] = staff.length === 1 ? staff : staff.filter(({ id }) => id === staffId);
  return first?.name;
}

/** The least notice that would have done, from the stricter of service and staff. */
const tooSoon: Words = ({ business, service, staff }, { staffId }) => {
  const general = service.noticeMin ?? business.noticeMin;
  const asked = staff.filter(({ id }) => staffId === undefined || id === staffId);
  const least = Math.min(...asked.map(({ noticeMin }) => Math.max(general, noticeMin ?? 0)));
  return `Please book at least ${minutesInWords(Number.isFinite(least) ? least : general)} ahead.`;
};

const customerWords: Readonly<Record<ReasonCode, Words>> = {
  suspended: said("This business does not take bookings at the moment."),
  monthFull: said("This business cannot take more bookings this month."),
  notOnline: said("This service cannot be booked online."),
  nobodyPerforms: said("Nobody offers this service here at the moment."),
  passed: said("This time has already passed."),
  tooSoon,
  tooFar: said("This is too far ahead to be booked yet."),
  gap: said("Clocks change on this day, and this time does not exist."),
  closed: notWorking,
  holiday: said("We are closed on this day."),
  serviceHours: said("This service is not offered at this time."),
  notWorking,
  timeOff: notWorking,
  endsTooLate: notWorking,
  offGrid: said("Visits do not start at this time. Please choose one of the times offered."),
  taken: booked,
  buffer: booked,
  travel: booked,
  dayLimit: said("No more visits can be booked on this day."),
  weekLimit: said("No more visits can be booked in this week."),
  resourceClosed: said("What this visit needs is not available at this time."),
  resourceTaken: said("What this visit needs is already booked at this time."),
  notEnoughStaff: said("Not enough people are free at this time."),
  noSession: said("There is no class at this time. Please choose one of the times offered."),
  noSeats: said("There are not enough free seats left."),
};
