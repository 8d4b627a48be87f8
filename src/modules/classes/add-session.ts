import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { formatClock } from "#kernel/time/format-time.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { toAllEpochMinutes, toEpochMinutes, wallTimeOf } from "#kernel/time/wall-time.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { type ClassTerms, loadClassTerms } from "./class-terms.ts";
import { loadClosedDates } from "./closed-dates.ts";
import type { AddSessionInput, ClassSession } from "./schema.ts";
import { readSession } from "./session-view.ts";
import { writeSession } from "./write-session.ts";

type Refusals = "forbidden" | "notFound" | "invalid" | "notOffered" | "slotTaken";

/**
 * Adds one date of a class (D7). Hours and public holidays are the team's to overrule; time off is not, as customers
 * could not book the session.
 */
export async function addSession(
  ctx: TenantContext,
  input: AddSessionInput,
): Promise<Result<ClassSession, Refusals>> {
  const forbidden = requireRight(ctx.actor, "schedule.write");
  if (forbidden) return forbidden;
  const terms = await loadClassTerms(ctx, input);
  if (!terms.ok) return terms;
  const { date, startMinute, capacity = terms.value.capacity } = input;
  const [start] = toAllEpochMinutes({ date, minute: startMinute }, terms.value.timeZone);
  if (start === undefined) return refuseMissingTime(input, terms.value);
  if (start * 60_000 <= ctx.clock.now()) return refuse("invalid", "This time has already passed.");
  const day = parseLocalDate(date);
  const closed = await loadClosedDates(ctx, terms.value, { first: day, last: day });
  const away = closed.whyOff({ day, minute: startMinute });
  if (away) return refuse("notOffered", away, { because: "timeOff" });

  const written = await writeSession(ctx, terms.value, { scheduleId: null, start, capacity });
  if (!written.ok) return written;
  await appendEvent(ctx, {
    type: "class.session_added",
    subjectType: "class_session",
    subjectId: written.value,
    payload: { serviceId: input.serviceId, start: formatInstant(start) },
  });
  return ok(await readSession(ctx, written.value));
}

function refuseMissingTime(
  { date, startMinute }: AddSessionInput,
  { timeZone }: ClassTerms,
): Refused<"invalid"> {
  const next = wallTimeOf(toEpochMinutes({ date, minute: startMinute }, timeZone), timeZone);
  const words = `Clocks change on this day, and ${formatClock(startMinute)} does not exist.`;
  return refuse("invalid", `${words} The next time is ${formatClock(next.minute)}.`);
}
