import { bookableWindow, stricterLimits } from "./bookable-window.ts";
import type { Bookables, Place, Question, Session, StaffMember } from "./bookables.ts";
import { timeOff, timeOffScopes } from "./schedules.ts";
import { layoutOf } from "./staff-candidates.ts";
import { workingIntervals } from "./working-intervals.ts";

/** A date of a class with seats left, and where it is. */
export type OfferedSession = {
  readonly session: Session;
  readonly place: Place;
  readonly member: StaffMember;
};

/** The sessions that start in the question's window and have the seats asked for, by start and then by place (C4). */
export function offeredSessions(bookables: Bookables, question: Question): OfferedSession[] {
  const offered = bookables.places.flatMap((place) =>
    bookables.sessions
      .filter((session) => session.placeId === place.id)
      .flatMap((session) => {
        const member = bookables.staff.find(({ id }) => id === session.staffId);
        const isOffered = member && isBookable({ session, place, member }, bookables, question);
        return isOffered ? [{ session, place, member }] : [];
      }),
  );
  return offered.sort((a, b) => a.session.start - b.session.start);
}

/** Seats of a session that nobody has or keeps. */
export function seatsLeft({ capacity, seatsTaken }: Session): number {
  return Math.max(0, capacity - seatsTaken);
}

function isBookable(offered: OfferedSession, bookables: Bookables, question: Question): boolean {
  const { session, place, member } = offered;
  const { window, staffId } = question;
  if (session.start < window.from || session.start >= window.until) return false;
  if (staffId !== undefined && session.staffId !== staffId) return false;
  if (seatsLeft(session) < (question.seats ?? 1)) return false;
  if (question.audience === "member") return true;
  const { clocks } = layoutOf(place, window);
  const limits = stricterLimits(bookables.business, bookables.service, member);
  const bookable = bookableWindow(question.now, limits, clocks);
  if (session.start < bookable.from || session.start >= bookable.until) return false;
  return !isOff(offered, bookables);
}

/** Somebody entered time off over it: for everybody, the place, the teacher or the class. */
function isOff({ session, place, member }: OfferedSession, { rules, service }: Bookables): boolean {
  const window = { from: session.start, until: session.end };
  const { clocks, days } = layoutOf(place, window);
  const scopes = timeOffScopes({ staffId: member.id, serviceId: service.id, place });
  const off = timeOff(rules, { scopes, place }, days);
  return workingIntervals(off, clocks, window).length > 0;
}
