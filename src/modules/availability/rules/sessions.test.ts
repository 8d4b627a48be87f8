import { describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import {
  aRule,
  askingFor,
  type BookablesOverrides,
  claimsAt,
  someBookables,
} from "#testing/builders/bookables.ts";
import { slotsOnDate } from "#testing/offered-times.ts";
import type { Question, Session } from "./bookables.ts";
import { chooseCandidates } from "./choose-candidates.ts";

const tuesday = parseLocalDate("2026-03-03");
const session = (id: string, start: string, more: Partial<Session> = {}): Session => ({
  ...{ id, staffId: "maya", placeId: "downtown", capacity: 8, seatsTaken: 3 },
  start: parseInstant(`2026-03-03T${start}:00Z`),
  end: parseInstant(`2026-03-03T${start}:00Z`) + 90,
  ...more,
});
const yoga = (sessions: Session[], more: BookablesOverrides = {}) =>
  someBookables({ ...more, service: { kind: "class", ...more.service }, sessions, rules: more.rules ?? [] });

function ids(sessions: Session[], more: BookablesOverrides = {}, question: Partial<Question> = {}) {
  return slotsOnDate(yoga(sessions, more), "2026-03-03", question).map(({ sessionId }) => sessionId);
}

describe("a class", () => {
  it("offers its sessions with their seats, whatever hours and claims there are", () => {
    const staff = [{ id: "maya", claims: claimsAt(["2026-03-03T06:00:00Z", "2026-03-03T09:00:00Z"]) }];
    expect(
      slotsOnDate(yoga([session("late", "17:07"), session("early", "06:00")], { staff }), "2026-03-03"),
    ).toEqual([
      {
        ...{
          start: "2026-03-03T06:00:00Z",
          end: "2026-03-03T07:30:00Z",
          staffIds: ["maya"],
          locationId: "downtown",
        },
        ...{ sessionId: "early", seatsLeft: 5, capacity: 8 },
      },
      {
        ...{
          start: "2026-03-03T17:07:00Z",
          end: "2026-03-03T18:37:00Z",
          staffIds: ["maya"],
          locationId: "downtown",
        },
        ...{ sessionId: "late", seatsLeft: 5, capacity: 8 },
      },
    ]);
  });

  it("has as many seats as are asked for, one when nothing is said", () => {
    const nearlyFull = session("a", "09:00", { seatsTaken: 7 });
    expect(ids([nearlyFull])).toEqual(["a"]);
    expect(ids([nearlyFull], {}, { seats: 2 })).toEqual([]);
    expect(ids([{ ...nearlyFull, seatsTaken: 8 }])).toEqual([]);
    expect(ids([{ ...nearlyFull, seatsTaken: 8 }], {}, { audience: "member" })).toEqual([]);
  });

  it("is given by its teacher at its place only", () => {
    expect(
      ids([session("a", "09:00", { staffId: "noor" }), session("b", "09:00", { placeId: "uptown" })]),
    ).toEqual([]);
    const staff = [{ id: "maya" }, { id: "noor" }];
    const both = [session("a", "09:00"), session("b", "09:00", { staffId: "noor" })];
    expect(ids(both, { staff })).toEqual(["a", "b"]);
    expect(ids(both, { staff }, { staffId: "noor" })).toEqual(["b"]);
  });

  it("is bound by notice and horizon, of the teacher too, and by time off; the team is not", () => {
    const classes = [session("a", "09:00"), session("b", "11:00")];
    const now = parseInstant("2026-03-03T08:30:00Z");
    expect(ids(classes, { service: { noticeMin: 60 } }, { now })).toEqual(["b"]);
    expect(ids(classes, { staff: [{ id: "maya", noticeMin: 180 }] }, { now })).toEqual([]);
    expect(ids(classes, { business: { horizonDays: 1 } })).toEqual([]);
    const off = {
      kind: "time_off",
      firstDay: tuesday,
      lastDay: tuesday,
      startMinute: 690,
      endMinute: 720,
    } as const;
    for (const scope of [{}, { locationId: "downtown" }, { staffId: "maya" }, { serviceId: "cut" }]) {
      const rules = [aRule({ ...off, ...scope })];
      // From 11:30 to 12:00 in Berlin: the session from 10:00 ends as it begins, the one from 12:00 begins as it ends.
      expect(ids([...classes, session("c", "10:00")], { rules })).toEqual(["a", "b"]);
      expect(ids([session("c", "10:00")], { rules }, { audience: "member" })).toEqual(["c"]);
    }
  });

  it("is not offered while the business is suspended", () => {
    expect(ids([session("a", "09:00")], { business: { active: false } })).toEqual([]);
  });

  it("is chosen by its session", () => {
    const both = [session("a", "09:00"), session("b", "09:00", { staffId: "noor" }), session("c", "10:00")];
    const business = yoga(both, { staff: [{ id: "noor" }, { id: "maya" }] });
    expect(chooseCandidates(business, askingFor("2026-03-03T09:00:00Z"))).toEqual({
      choices: ["b", "a"].map((sessionId) => ({
        ...{ sessionId, staffId: sessionId === "a" ? "maya" : "noor", withStaffIds: [], unitIds: [] },
        ...{ locationId: "downtown", timeZone: "Europe/Berlin" },
      })),
    });
    expect(chooseCandidates(business, askingFor("2026-03-03T09:30:00Z"))).toHaveProperty(
      "refusal.reason",
      "notOffered",
    );
    expect(chooseCandidates(business, askingFor("2026-03-03T09:00:00Z", { seats: 6 }))).toHaveProperty(
      "refusal.reason",
      "slotTaken",
    );
  });
});
