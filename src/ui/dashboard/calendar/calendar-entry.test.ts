import { describe, expect, it } from "vitest";
import {
  bufferEntries,
  type CalendarEntry,
  closedEntries,
  collisionAt,
  shownHours,
} from "./calendar-entry.ts";

const visit: CalendarEntry = {
  id: "visit",
  kind: "appointment",
  columnId: "ana",
  start: "2026-11-20T10:00",
  end: "2026-11-20T11:00",
  status: "confirmed",
};

describe("closed hours", () => {
  it("are what the intervals of the day leave, whatever their order", () => {
    const closed = closedEntries([
      {
        columnId: "ana",
        date: "2026-11-20",
        intervals: [
          { start: 780, end: 1020 },
          { start: 540, end: 720 },
        ],
      },
    ]);
    expect(closed.map(({ start, end }) => [start.slice(11), end.slice(8, 16)])).toEqual([
      ["00:00", "20T09:00"],
      ["12:00", "20T13:00"],
      ["17:00", "21T00:00"],
    ]);
  });

  it("are the whole day when nobody works", () => {
    const [day, ...others] = closedEntries([{ columnId: "ana", date: "2026-11-20", intervals: [] }]);
    expect(others).toEqual([]);
    expect(day).toMatchObject({ start: "2026-11-20T00:00", end: "2026-11-21T00:00" });
  });

  it("leave nothing of an overnight shift after midnight of its own day", () => {
    const closed = closedEntries([
      { columnId: "ana", date: "2026-11-20", intervals: [{ start: 1320, end: 1560 }] },
    ]);
    expect(closed).toHaveLength(1);
  });
});

describe("buffers", () => {
  it("lie before and after the visit in its column", () => {
    expect(bufferEntries(visit, 10, 15).map(({ start, end }) => [start, end])).toEqual([
      ["2026-11-20T09:50", "2026-11-20T10:00"],
      ["2026-11-20T11:00", "2026-11-20T11:15"],
    ]);
    expect(bufferEntries(visit, 0, 0)).toEqual([]);
  });
});

describe("shown hours", () => {
  it("leave an hour around the working day and half an hour around bookings", () => {
    const hours = [{ columnId: "ana", date: "2026-11-20", intervals: [{ start: 540, end: 1140 }] }];
    expect(shownHours(hours, [])).toEqual({ from: 480, until: 1200 });
    const late = { ...visit, start: "2026-11-20T22:45", end: "2026-11-20T23:50" };
    expect(shownHours(hours, [late])).toEqual({ from: 480, until: 1440 });
    const early = { ...visit, start: "2026-11-20T05:15", end: "2026-11-20T06:00" };
    expect(shownHours(hours, [early])).toEqual({ from: 240, until: 1200 });
  });
});

describe("a collision", () => {
  const other = { ...visit, id: "other", start: "2026-11-20T12:00", end: "2026-11-20T13:00" };

  it("is found with an appointment of the same column, and not with oneself or a neighbour that only touches", () => {
    const at = (time: string, columnId = "ana") =>
      collisionAt(visit, { start: `2026-11-20T${time}`, columnId }, [visit, other])?.id;
    expect(at("11:30")).toBe("other");
    expect(at("12:30")).toBe("other");
    expect(at("11:00")).toBeUndefined();
    expect(at("13:00")).toBeUndefined();
    expect(at("10:15")).toBeUndefined();
    expect(at("12:00", "ben")).toBeUndefined();
  });

  it("is with a class too, whatever is booked in it", () => {
    const { status: _, ...free } = other;
    const session: CalendarEntry = { ...free, kind: "session" };
    expect(collisionAt(visit, { start: "2026-11-20T12:00", columnId: "ana" }, [session])).toBe(session);
  });

  it("is with a visit of several people in the column of each", () => {
    const together: CalendarEntry = { ...other, columnId: "bea", alsoIn: ["ana"] };
    expect(collisionAt(visit, { start: "2026-11-20T12:00", columnId: "ana" }, [together])).toBe(together);
    expect(collisionAt(visit, { start: "2026-11-20T12:00", columnId: "bea" }, [together])).toBe(together);
  });

  it("is none with a visit that no longer claims its time", () => {
    const cancelled: CalendarEntry = { ...other, status: "cancelled" };
    expect(collisionAt(visit, { start: "2026-11-20T12:00", columnId: "ana" }, [cancelled])).toBeNull();
  });
});
