import { describe, expect, it } from "vitest";
import type { CalendarEntry } from "./calendar-entry.ts";
import { slotHeightFor } from "./calendar-options.ts";

function lasting(minutes: number, kind: CalendarEntry["kind"] = "appointment"): CalendarEntry {
  const clock = `${String(10 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const span = { start: "2026-11-20T10:00", end: `2026-11-20T${clock}` };
  return { id: `${kind}-${minutes}`, kind, columnId: "ana", ...span };
}

describe("the height of half an hour", () => {
  it("is the usual one where every block can be hit", () => {
    expect(slotHeightFor([])).toBe(36);
    expect(slotHeightFor([lasting(20), lasting(90)])).toBe(36);
  });

  it("grows until the shortest block is 24 pixels high", () => {
    expect(slotHeightFor([lasting(60), lasting(15), lasting(45, "session")])).toBe(48);
    expect(slotHeightFor([lasting(10)])).toBe(72);
  });

  it("goes no further for blocks of a few minutes, and none for what cannot be pressed", () => {
    expect(slotHeightFor([lasting(5)])).toBe(72);
    expect(slotHeightFor([lasting(5, "buffer"), lasting(15, "closed")])).toBe(36);
  });
});
