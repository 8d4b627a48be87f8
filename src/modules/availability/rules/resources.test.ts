import { describe, expect, it } from "vitest";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import {
  aRule,
  type BookablesOverrides,
  claimsAt,
  daily,
  someBookables,
} from "#testing/builders/bookables.ts";
import { timesOnDate } from "#testing/offered-times.ts";
import type { BookableResource } from "./bookables.ts";
import { noClaims } from "./find-starts.ts";

const tuesday = parseLocalDate("2026-03-03");
const on = { firstDay: tuesday, lastDay: tuesday };
/** Taken from 10:00 to 11:00 in Berlin. */
const taken = claimsAt(["2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z"]);
const resource = (
  id: string,
  ...claims: BookableResource["units"][number]["claims"][]
): BookableResource => ({
  ...{ id, name: id, placeId: null },
  units: claims.map((claimed, index) => ({ id: `${id}${index + 1}`, claims: claimed })),
});
const staffHours = daily({ staffId: "maya", from: "09:00", until: "13:00" });
const allDay = ["09:00", "10:00", "11:00", "12:00"];

function times(
  resources: BookableResource[],
  requirements: string[][],
  more: BookablesOverrides = {},
): string[] {
  const { visit, rules = [], ...rest } = more;
  const bookables = someBookables({
    ...{ resources, service: { requirements }, visit: { slotInterval: 60, ...visit } },
    ...{ rules: [...staffHours, ...rules], ...rest },
  });
  return timesOnDate(bookables, "2026-03-03");
}

describe("what a visit requires", () => {
  it("is one free unit of each requirement", () => {
    const room = resource("room", taken);
    expect(times([room], [["room"]])).toEqual(["09:00", "11:00", "12:00"]);
    expect(times([resource("room", taken, noClaims)], [["room"]])).toEqual(allDay);
    expect(times([room, resource("laser", noClaims)], [["room"], ["laser"]])).toEqual([
      "09:00",
      "11:00",
      "12:00",
    ]);
    expect(times([resource("room")], [["room"]])).toEqual([]);
  });

  it("may be a unit of any resource that the requirement names", () => {
    const resources = [resource("small", taken), resource("large", noClaims)];
    expect(times(resources, [["small", "large"]])).toEqual(allDay);
    expect(times(resources, [["small"], ["large"]])).toEqual(["09:00", "11:00", "12:00"]);
  });

  it("is free for the visit with its buffers", () => {
    const visit = { bufferBefore: 60, bufferAfter: 15 };
    expect(times([resource("room", taken)], [["room"]], { visit })).toEqual(["12:00"]);
    expect(times([resource("room", taken)], [["room"]], { visit: { bufferAfter: 15 } })).toEqual([
      "11:00",
      "12:00",
    ]);
  });

  it("is at the place, or at none in particular", () => {
    const elsewhere = { ...resource("room", noClaims), placeId: "uptown" };
    expect(times([elsewhere], [["room"]])).toEqual([]);
    expect(times([{ ...elsewhere, placeId: "downtown" }], [["room"]])).toEqual(allDay);
  });

  it("has hours of its own for the visit itself, which may run over two that touch", () => {
    const hours = [
      ...daily({ resourceId: "room", from: "10:00", until: "11:30" }),
      ...daily({ resourceId: "room", from: "11:30", until: "12:00" }),
    ];
    const visit = { bufferBefore: 30, bufferAfter: 30 };
    expect(times([resource("room", noClaims)], [["room"]], { rules: hours, visit })).toEqual([
      "10:00",
      "11:00",
    ]);
  });

  it("can be off, and closed on a date", () => {
    const off = aRule({ kind: "time_off", resourceId: "room", ...on, startMinute: 600, endMinute: 660 });
    const visit = { bufferBefore: 30, bufferAfter: 30 };
    const room = [resource("room", noClaims)];
    expect(times(room, [["room"]], { rules: [off], visit })).toEqual(["09:00", "11:00", "12:00"]);
    const closed = aRule({ kind: "override", resourceId: "room", ...on });
    expect(times(room, [["room"]], { rules: [closed] })).toEqual([]);
  });

  it("binds the team by its claims alone", () => {
    const rules = [...staffHours, aRule({ kind: "override", resourceId: "room", ...on })];
    const bookables = someBookables({
      ...{ resources: [resource("room", taken)], service: { requirements: [["room"]] }, rules },
      visit: { slotInterval: 60 },
    });
    const offered = timesOnDate(bookables, "2026-03-03", { audience: "member" });
    expect(offered).toHaveLength(23);
    expect(offered).not.toContain("10:00");
  });
});
