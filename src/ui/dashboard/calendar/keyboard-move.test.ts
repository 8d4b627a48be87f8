import { describe, expect, it } from "vitest";
import { nudge } from "./keyboard-move.ts";

const place = { start: "2026-11-20T10:00", columnId: "ben" };
const day = { columnIds: ["ana", "ben", "cleo"], shift: false };
const week = { columnIds: [], shift: false };

describe("a move by keyboard", () => {
  it("goes up and down by a quarter of an hour, by an hour with Shift", () => {
    expect(nudge(place, "ArrowDown", day)).toEqual({ ...place, start: "2026-11-20T10:15" });
    expect(nudge(place, "ArrowUp", day)).toEqual({ ...place, start: "2026-11-20T09:45" });
    expect(nudge(place, "ArrowUp", { ...day, shift: true })).toEqual({ ...place, start: "2026-11-20T09:00" });
  });

  it("stays within the day", () => {
    expect(nudge({ ...place, start: "2026-11-20T00:00" }, "ArrowUp", day)).toBeNull();
    expect(nudge({ ...place, start: "2026-11-20T23:45" }, "ArrowDown", day)).toBeNull();
  });

  it("changes the staff member in the day and the date in the week", () => {
    expect(nudge(place, "ArrowRight", day)).toEqual({ ...place, columnId: "cleo" });
    expect(nudge(place, "ArrowLeft", day)).toEqual({ ...place, columnId: "ana" });
    expect(nudge({ ...place, columnId: "cleo" }, "ArrowRight", day)).toBeNull();
    expect(nudge(place, "ArrowLeft", week)).toEqual({ ...place, start: "2026-11-19T10:00" });
  });

  it("leaves other keys alone", () => {
    expect(nudge(place, "Enter", day)).toBeNull();
  });
});
