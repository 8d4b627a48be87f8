import { describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import {
  aRule,
  askingFor,
  type BookablesOverrides,
  claimsAt,
  daily,
  someBookables,
} from "#testing/builders/bookables.ts";
import type { Question } from "./bookables.ts";
import { type ClaimFact, type Known, nothingKnown } from "./explain-reason.ts";
import { explainStart } from "./explain-start.ts";

/** Tuesday, 3 March 2026, when Berlin is an hour ahead of UTC. */
const tuesday = parseLocalDate("2026-03-03");
const ten = "2026-03-03T09:00:00Z";
const on = { firstDay: tuesday, lastDay: tuesday };

type Ask = { start?: string; question?: Partial<Question> & { at?: string }; known?: Partial<Known> };

function why(business: BookablesOverrides, { start = ten, question, known }: Ask = {}) {
  const names = { ...nothingKnown, serviceName: "Haircut", ...known };
  return explainStart(someBookables(business), askingFor(start, question), names);
}

function words(business: BookablesOverrides, ask: Ask = {}): string[] {
  return why(business, ask).map(({ code, message }) => `${code}: ${message}`);
}

const ana: ClaimFact = {
  kind: "appointment",
  id: "a1",
  who: "Ana Lopez (Haircut)",
  start: parseInstant("2026-03-03T09:00:00Z"),
  end: parseInstant("2026-03-03T10:10:00Z"),
  visitStart: parseInstant("2026-03-03T09:00:00Z"),
  visitEnd: parseInstant("2026-03-03T10:00:00Z"),
};
const bookedByAna = {
  staff: [{ id: "maya", name: "Maya", claims: claimsAt(["2026-03-03T09:00:00Z", "2026-03-03T10:10:00Z"]) }],
};
const knowingAna = { claims: new Map([["maya", [ana]]]) };

describe("a start that is offered", () => {
  it("has no reason against it", () => {
    expect(why({})).toEqual([]);
  });

  it("has none for the team outside of hours, notice and horizon", () => {
    const night = { start: "2026-02-01T02:07:00Z", question: { audience: "member" as const } };
    expect(why({ business: { active: false, noticeMin: 9999 } }, night)).toEqual([]);
  });
});

describe("what concerns everybody", () => {
  it.each<[string, BookablesOverrides, Ask, string]>([
    ["a suspended business", { business: { active: false } }, {}, "suspended: This business is suspended"],
    ["nobody who performs it", { staff: [] }, {}, "nobodyPerforms: Nobody gives Haircut"],
    ["a time that has passed", {}, { start: "2026-02-03T09:00:00Z" }, "passed: This time has passed"],
    [
      "the business's notice",
      { business: { noticeMin: 120 } },
      { question: { at: "2026-03-03T08:00:00Z" } },
      "tooSoon: The business needs 2 hours' notice, which makes 11:00 the earliest time",
    ],
    [
      "the service's notice in place of it",
      { business: { noticeMin: 0 }, service: { noticeMin: 1440 } },
      { question: { at: "2026-03-03T08:00:00Z" } },
      "tooSoon: Haircut needs 1 day's notice",
    ],
    [
      "the horizon",
      { business: { horizonDays: 1 } },
      {},
      "tooFar: The business can be booked 1 day ahead: the last day is Mon 2 March",
    ],
    [
      "weekly opening hours",
      { rules: daily({ from: "12:00", until: "18:00", locationId: "downtown" }) },
      {},
      "closed: Downtown is open 12:00–18:00 on Tuesdays",
    ],
    [
      "a closed weekday",
      { rules: daily({ from: "09:00", until: "18:00", weekdays: [1], locationId: "downtown" }) },
      {},
      "closed: Downtown is closed on Tuesdays",
    ],
    [
      "special hours",
      {
        rules: [aRule({ kind: "override", ...on, startMinute: 780, endMinute: 960, locationId: "downtown" })],
      },
      {},
      "closed: On Tue 3 March, Downtown is open only 13:00–16:00",
    ],
    [
      "a public holiday",
      { rules: [aRule({ kind: "holiday", ...on, locationId: "downtown" })] },
      {},
      "holiday: Downtown is closed on Tue 3 March: a public holiday",
    ],
    [
      "hours of the service",
      {
        rules: [
          ...daily({ from: "09:00", until: "18:00" }),
          ...daily({ from: "11:00", until: "12:00", serviceId: "cut" }),
        ],
      },
      {},
      "serviceHours: Haircut is offered 11:00–12:00 on Tuesdays",
    ],
    [
      "closing time",
      { rules: daily({ from: "09:00", until: "10:30" }) },
      {},
      "endsTooLate: A visit of 1 hour from 10:00 ends at 11:00; the opening hours of Downtown end at 10:30",
    ],
    [
      "time off of everybody",
      {
        rules: [
          ...daily({ from: "09:00", until: "18:00" }),
          aRule({ kind: "time_off", ...on, startMinute: 630, endMinute: 720 }),
        ],
      },
      {},
      "timeOff: Everybody has time off 10:30–12:00 on Tue 3 March",
    ],
    [
      "the service's limit of a day",
      {
        service: { maxPerDay: 1 },
        visits: { ofService: [parseInstant("2026-03-03T12:00:00Z")], ofStaff: new Map() },
      },
      {},
      "dayLimit: Haircut takes at most 1 visit on Tue 3 March, and it is booked",
    ],
    [
      "the service's limit of a week",
      {
        service: { maxPerWeek: 1 },
        visits: { ofService: [parseInstant("2026-03-08T12:00:00Z")], ofStaff: new Map() },
      },
      {},
      "weekLimit: Haircut takes at most 1 visit in the week of Mon 2 March, and it is booked",
    ],
  ])("is said for %s", (_, business, ask, expected) => {
    expect(words(business, ask)[0]).toContain(expected);
  });
});

describe("what concerns one person", () => {
  it("says when they work, with the rule to open", () => {
    const rules = daily({ staffId: "maya", from: "13:00", until: "17:00" }).map((rule, index) => ({
      ...rule,
      id: `r${index + 1}`,
    }));
    expect(why({ rules })).toMatchObject([
      {
        code: "notWorking",
        message: "Maya works 13:00–17:00 on Tuesdays",
        about: { kind: "rule", id: "r2" },
        ownedBy: { kind: "staff", id: "maya" },
        staffId: "maya",
      },
    ]);
  });

  it("knows weeks and days of the month on which they are not there", () => {
    const hours = { startMinute: 540, endMinute: 1020, staffId: "maya", weekday: 2 };
    const biweekly = aRule({ kind: "weekly", ...hours, everyWeeks: 2, anchorDay: tuesday - 7 });
    const monthly = aRule({ kind: "monthly", ...hours, nthOfMonth: -1 });
    expect(words({ rules: [biweekly] })).toEqual([
      "notWorking: Maya works every second Tuesday, and Tue 3 March is none of them",
    ]);
    expect(words({ rules: [monthly] })).toEqual([
      "notWorking: Maya works on the last Tuesday of the month, and Tue 3 March is none of them",
    ]);
  });

  it("names the claim that takes the time, by whom, and the booking to open", () => {
    expect(words(bookedByAna)).toEqual(["taken: Maya is taken 10:00–11:10"]);
    expect(why(bookedByAna, { known: knowingAna })).toMatchObject([
      {
        code: "taken",
        message: "Maya is taken 10:00–11:00 by Ana Lopez (Haircut)",
        about: { kind: "appointment", id: "a1" },
      },
    ]);
  });

  it("tells a buffer from a booking, and from when on there is room", () => {
    const [reason] = why(
      { ...bookedByAna, visit: { slotInterval: 5 } },
      { start: "2026-03-03T10:05:00Z", known: knowingAna },
    );
    expect(reason).toMatchObject({
      code: "buffer",
      message: "10 minutes of buffer after Maya's visit at 10:00 by Ana Lopez (Haircut)",
    });
    expect(reason?.remedy).toContain("11:10");
    const early = { start: "2026-03-03T08:00:00Z", known: knowingAna };
    expect(words({ ...bookedByAna, visit: { bufferAfter: 15 } }, early)).toEqual([
      "buffer: 15 minutes of buffer before Maya's visit at 10:00 by Ana Lopez (Haircut)",
    ]);
  });

  it("counts the way from another location", () => {
    const claims = { ...claimsAt(["2026-03-03T07:30:00Z", "2026-03-03T08:45:00Z"]), places: ["uptown"] };
    const places = [
      { id: "downtown", name: "Downtown" },
      { id: "uptown", name: "Uptown" },
    ];
    const staff = [{ id: "maya", name: "Maya", claims, placeIds: ["downtown"] }];
    const travel = new Map([["uptown", new Map([["downtown", 20]])]]);
    expect(words({ places, staff, travel })).toContain(
      "travel: Maya is at Uptown until 09:45 and needs 20 minutes to get here",
    );
  });

  it.each<[string, BookablesOverrides, Ask, string]>([
    [
      "stricter notice",
      { staff: [{ id: "maya", name: "Maya", noticeMin: 180 }] },
      { question: { at: "2026-03-03T08:00:00Z" } },
      "tooSoon: Maya needs 3 hours' notice",
    ],
    [
      "a shorter horizon",
      { staff: [{ id: "maya", name: "Maya", horizonDays: 1 }] },
      {},
      "tooFar: Maya can be booked 1 day ahead",
    ],
    [
      "time off, with its name",
      {
        rules: [
          ...daily({ staffId: "maya", from: "09:00", until: "17:00" }),
          aRule({ kind: "time_off", ...on, staffId: "maya", id: "off" }),
        ],
      },
      { known: { ruleNames: new Map([["off", "Dentist"]]) } },
      "timeOff: Maya has time off on Tue 3 March: Dentist",
    ],
    [
      "a start between those offered",
      {},
      { start: "2026-03-03T09:05:00Z" },
      "offGrid: Visits start every 15 minutes: 10:00 and 10:15 are the nearest",
    ],
    [
      "a start that is not a full hour",
      { visit: { grid: "clock", slotInterval: 60 } },
      { start: "2026-03-03T09:15:00Z" },
      "offGrid: Visits start every hour by the clock: 10:00 and 11:00 are the nearest",
    ],
    [
      "their limit of a day",
      {
        staff: [{ id: "maya", name: "Maya", maxPerDay: 1 }],
        visits: { ofService: [], ofStaff: new Map([["maya", [parseInstant("2026-03-03T12:00:00Z")]]]) },
      },
      {},
      "dayLimit: Maya takes at most 1 visit on Tue 3 March",
    ],
  ])("says %s", (_, business, ask, expected) => {
    const reasons = why(business, ask);
    expect(reasons.map(({ staffId }) => staffId)).toEqual(["maya"]);
    expect(`${reasons[0]?.code}: ${reasons[0]?.message}`).toContain(expected);
  });

  it("comes after what concerns everybody, for each of those it could be", () => {
    const staff = [
      { id: "maya", name: "Maya" },
      { id: "ben", name: "Ben" },
    ];
    const rules = [
      ...daily({ from: "12:00", until: "17:00" }),
      ...daily({ staffId: "maya", from: "13:00", until: "17:00" }),
      ...daily({ staffId: "ben", from: "14:00", until: "17:00" }),
    ];
    expect(why({ staff, rules }).map(({ staffId }) => staffId)).toEqual([null, "maya", "ben"]);
    expect(why({ staff, rules }, { question: { staffId: "ben" } }).map(({ staffId }) => staffId)).toEqual([
      null,
      "ben",
    ]);
  });

  it("is not repeated for those who follow the opening hours", () => {
    expect(words({ rules: daily({ from: "12:00", until: "17:00" }) })).toEqual([
      "closed: Downtown is open 12:00–17:00 on Tuesdays",
    ]);
  });
});

describe("what a visit needs besides", () => {
  const room = (claims = claimsAt()) => ({
    id: "room",
    name: "Room 2",
    placeId: null,
    units: [{ id: "u1", claims }],
  });
  const service = { requirements: [["room"]] };

  it("is a room that is free, open and there", () => {
    const taken = room(claimsAt(["2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z"]));
    const known = { claims: new Map([["u1", [{ ...ana, end: ana.visitEnd }]]]) };
    expect(words({ service, resources: [taken] }, { known })).toEqual([
      "resourceTaken: Room 2 is taken 10:00–11:00 by Ana Lopez (Haircut)",
    ]);
    const rules = [
      ...daily({ staffId: "maya", from: "09:00", until: "17:00" }),
      ...daily({ resourceId: "room", from: "12:00", until: "17:00" }),
    ];
    expect(words({ service, resources: [room()], rules })).toEqual([
      "resourceClosed: Room 2 can be used 12:00–17:00 on Tuesdays",
    ]);
    expect(words({ service, resources: [{ ...room(), placeId: "uptown" }] })).toEqual([
      "resourceClosed: Room 2 cannot be used at Downtown",
    ]);
    expect(words({ service, resources: [room()] })).toEqual([]);
  });

  it("are enough people at once", () => {
    const staff = [
      { id: "maya", name: "Maya" },
      { id: "ben", name: "Ben", claims: claimsAt([ten, "2026-03-03T10:00:00Z"]) },
    ];
    expect(words({ staff, service: { staffNeeded: 2 } })).toEqual([
      "notEnoughStaff: Haircut takes 2 people at once, and only Maya can",
      "taken: Ben is taken 10:00–11:00",
    ]);
  });
});

describe("a class", () => {
  const session = {
    id: "s1",
    staffId: "maya",
    placeId: "downtown",
    start: parseInstant(ten),
    end: parseInstant(ten) + 60,
    capacity: 8,
    seatsTaken: 7,
  };
  const yoga = (changes = {}) => ({
    service: { kind: "class" as const },
    sessions: [{ ...session, ...changes }],
    rules: [],
  });

  it("is offered at its sessions only, whatever the hours", () => {
    expect(words(yoga())).toEqual([]);
    expect(words(yoga(), { start: "2026-03-03T10:00:00Z" })[0]).toContain(
      "noSession: Haircut is a class, and no session begins at 11:00; the nearest: 10:00–11:00",
    );
  });

  it("has seats as long as they last", () => {
    expect(words(yoga({ seatsTaken: 8 }))).toEqual(["noSeats: All 8 seats are taken"]);
    expect(words(yoga(), { question: { seats: 2 } })).toEqual([
      "noSeats: Only 1 of 8 seats is left, and 2 are asked for",
    ]);
  });
});

describe("clocks that change", () => {
  it("are said with their offset where an hour exists twice", () => {
    const night = "2026-10-25T01:00:00Z";
    const rules = daily({ staffId: "maya", from: "00:00", until: "24:00" });
    const claims = claimsAt([night, "2026-10-25T02:00:00Z"]);
    const ask = { start: night, question: { at: "2026-10-01T00:00:00Z" } };
    expect(words({ rules, staff: [{ id: "maya", name: "Maya", claims }] }, ask)).toEqual([
      "taken: Maya is taken 02:00 CET–03:00",
    ]);
  });

  it("leave hours over midnight to the day they begin on", () => {
    const rules = daily({ staffId: "maya", from: "22:00", until: "26:00", weekdays: [1] });
    expect(words({ rules }, { start: "2026-03-03T00:30:00Z" })).toEqual([
      "endsTooLate: A visit of 1 hour from 01:30 ends at 02:30; Maya's hours end at 02:00",
    ]);
  });
});
