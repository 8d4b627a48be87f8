import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentOf, readClock } from "#testing/business-oracle-calendar.ts";
import { afterRemedy, askedAt, reasonsOf, zoneOf } from "#testing/follow-remedies.ts";
import { businessCases } from "#testing/oracle-cases.ts";
import { type BusinessCase, businessCase } from "./business-case.ts";
import type { Reason } from "./rules/explain-reason.ts";

const theme = fc
  .constantFrom("hours", "bookings", "clock changes")
  .chain((name) => businessCases(name as "hours"));

/** A random case about one minute at one place, asked by a customer: what is true of every place is said once. */
const questions = fc.tuple(theme, fc.nat({ max: 4000 })).map(([input, minute]): BusinessCase => {
  const whole = businessCase.parse(input);
  const asked = { ...whole, places: whole.places.slice(0, 1), audience: "customer" as const };
  const from = Math.ceil(momentOf(asked.from));
  const length = Math.max(1, Math.ceil(momentOf(asked.to)) - from);
  return askedAt(asked, from + (minute % length));
});

describe("what would make a time bookable", () => {
  it("makes it bookable once all of it is done", { timeout: 120_000 }, () => {
    const followed = new Set<string>();
    let bookable = 0;
    const property = fc.property(questions, (question) => {
      let asked = question;
      // A remedy can bring a reason to light that others hid, such as the grid of hours that there were none of.
      for (let round = 0; round < 8; round++) {
        const reasons = reasonsOf(asked);
        if (reasons.length === 0) bookable++;
        if (reasons.length === 0) return;
        for (const reason of reasons) {
          const next = afterRemedy(asked, reason);
          if (!next) return;
          followed.add(reason.code);
          asked = next;
        }
      }
      expect(reasonsOf(asked)).toEqual([]);
    });
    fc.assert(property, { numRuns: 250 });
    expect(bookable).toBeGreaterThan(120);
    expect([...followed].sort()).toEqual(
      expect.arrayContaining([
        ...["buffer", "closed", "endsTooLate", "holiday", "notWorking", "offGrid", "resourceClosed"],
        ...["serviceHours", "taken", "timeOff", "tooFar", "tooSoon"],
      ]),
    );
  });

  it("names other times only when they are better in this", { timeout: 120_000 }, () => {
    let named = 0;
    const property = fc.property(questions, (question) => {
      const reasons = reasonsOf(question);
      for (const reason of reasons) {
        for (const minute of timesNamedBy(reason)) {
          const from = momentOf(question.from);
          const zone = zoneOf(question, reason.locationId);
          const there = askedAt(question, from - readClock(zone, from).minute + minute);
          // Clocks change in between: the words mean another moment then.
          if (readClock(zone, momentOf(there.from)).minute !== minute) continue;
          named++;
          const said = reasons.filter(isLike(reason)).map(({ code }) => code);
          const same = reasonsOf(there)
            .filter(isLike(reason))
            .filter(({ code, message }) =>
              reason.code === "buffer"
                ? message === reason.message
                : code === reason.code || (worse.includes(code) && !said.includes(code)),
            );
          expect(same, `${reason.message}: ${reason.remedy}`).toEqual([]);
        }
      }
    });
    fc.assert(property, { numRuns: 350 });
    expect(named).toBeGreaterThan(40);
  });
});

/** Reasons that a time which a remedy names must not bring. */
const worse: Reason["code"][] = ["endsTooLate", "notWorking"];

/** About the same person, or the same thing that concerns everybody. */
const isLike = (reason: Reason) => (other: Reason) =>
  other.staffId === reason.staffId && (other.ownedBy?.kind ?? null) === (reason.ownedBy?.kind ?? null);

/** Times of the same day in "Choose 10:00 or 10:15", "Start by 16:00", "Start at 11:10 or later". */
function timesNamedBy({ code, remedy }: Reason): number[] {
  if (code !== "offGrid" && code !== "endsTooLate" && code !== "buffer") return [];
  const [, times = ""] =
    /^(?:Choose|Start by|Start at) (.*?)(?: or later| or earlier)?(?:, or .*)?$/.exec(remedy) ?? [];
  return times
    .split(" or ")
    .filter((time) => /^\d\d:\d\d$/.test(time))
    .map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
}
