import type { Session } from "./bookables.ts";
import { whyNotBookableWith, whyNotBookableYet } from "./explain-limits.ts";
import { type Asked, type Reason, reasonOf } from "./explain-reason.ts";
import { commonTimeOff, whyOff } from "./explain-time-off.ts";
import { joined, spanWords, timeWords } from "./explain-words.ts";

/** Why no session of a class can be booked at the start at this place: only sessions are offered, hours play no part. */
export function whyNoSession(asked: Asked): Reason[] {
  const { start, place, bookables } = asked;
  const here = bookables.sessions.filter(
    (session) => session.placeId === place.id && session.start === start,
  );
  const mine = here.filter(({ staffId }) => isMeant(staffId, asked));
  if (mine.length === 0) return [noSession(here, asked)];
  const perSession = mine.map((session) => whyNotThis(session, asked));
  return perSession.some((reasons) => reasons.length === 0) ? [] : perSession.flat();
}

/** Whoever is asked for, or any teacher who still gives the class. */
function isMeant(staffId: string, { bookables, question }: Asked): boolean {
  if (question.staffId !== undefined && question.staffId !== staffId) return false;
  return bookables.staff.some(({ id }) => id === staffId);
}

function noSession(here: readonly Session[], asked: Asked): Reason {
  const { bookables, question, place, known, start, day } = asked;
  const teacher = bookables.staff.find(({ id }) => id === question.staffId)?.name;
  const near = bookables.sessions
    .filter((session) => session.placeId === place.id && isMeant(session.staffId, asked))
    .filter((session) => Math.abs(session.start - start) < 12 * 60)
    .map((session) => spanWords(session.start, session.end, asked));
  const others = near.length > 0 ? `; the nearest: ${joined(near)}` : "";
  const whose = teacher && here.length > 0 ? ` with ${teacher}` : "";
  return reasonOf(
    {
      code: "noSession",
      message: `${known.serviceName} is a class, and no session${whose} begins at ${timeWords(start, { ...asked, day })}${others}`,
      remedy: "Add a session at this time, or choose one of those that there are.",
    },
    {
      about: { kind: "service", id: bookables.service.id },
      staffId: question.staffId ?? null,
      locationId: place.id,
    },
  );
}

function whyNotThis(session: Session, asked: Asked): Reason[] {
  const { question, bookables, place } = asked;
  const reasons: Reason[] = [];
  const visit = { ...asked, end: session.end };
  const teacher = bookables.staff.find(({ id }) => id === session.staffId);
  if (question.audience === "customer") {
    reasons.push(...whyNotBookableYet(asked));
    reasons.push(...commonTimeOff(visit).flatMap((whose) => whyOff(whose, visit)));
    if (teacher) {
      const scopes = [{ staffId: teacher.id }, { staffId: teacher.id, locationId: place.id }];
      const owner = { kind: "staff", id: teacher.id } as const;
      reasons.push(...whyNotBookableWith(teacher, asked));
      reasons.push(...whyOff({ name: teacher.name, scopes, owner, staffId: teacher.id }, visit));
    }
  }
  const left = session.capacity - session.seatsTaken;
  const wanted = question.seats ?? 1;
  return left >= wanted ? reasons : [...reasons, noSeats(session, { left, wanted })];
}

function noSeats(session: Session, { left, wanted }: { left: number; wanted: number }): Reason {
  const few =
    left <= 0
      ? `${session.capacity === 1 ? "The only seat is" : `All ${session.capacity} seats are`} taken`
      : `Only ${left} of ${session.capacity} seats ${left === 1 ? "is" : "are"} left`;
  return reasonOf(
    {
      code: "noSeats",
      message: wanted > 1 && left > 0 ? `${few}, and ${wanted} are asked for` : few,
      remedy: "Add seats to this session, or wait for somebody to cancel.",
    },
    { about: { kind: "session", id: session.id }, locationId: session.placeId },
  );
}
