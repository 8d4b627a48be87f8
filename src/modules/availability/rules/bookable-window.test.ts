import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { bookableWindow, stricterLimits } from "./bookable-window.ts";

const business = { noticeMin: 120, horizonDays: 90 };
const unsaid = { noticeMin: null, horizonDays: null };

function windowAt(now: string, limits: { noticeMin: number; horizonDays: number }, zone = "Europe/Berlin") {
  const minute = parseInstant(now);
  const { from, until } = bookableWindow(minute, limits, zoneOffsets(zone, minute, minute));
  return [formatInstant(from), formatInstant(until)];
}

describe("notice and horizon", () => {
  it("come from the service, else from the business", () => {
    expect(stricterLimits(business, unsaid, unsaid)).toEqual(business);
    expect(stricterLimits(business, { noticeMin: 0, horizonDays: 400 }, unsaid)).toEqual({
      noticeMin: 0,
      horizonDays: 400,
    });
  });

  it("can only become stricter by the staff member", () => {
    expect(stricterLimits(business, unsaid, { noticeMin: 60, horizonDays: 100 })).toEqual(business);
    expect(stricterLimits(business, unsaid, { noticeMin: 180, horizonDays: 30 })).toEqual({
      noticeMin: 180,
      horizonDays: 30,
    });
  });

  it("reach from the notice to the end of the last local date", () => {
    const limits = { noticeMin: 90, horizonDays: 1 };
    expect(windowAt("2026-11-20T12:00:00Z", limits)).toEqual([
      "2026-11-20T13:30:00Z",
      "2026-11-21T23:00:00Z",
    ]);
    expect(windowAt("2026-11-20T23:30:00Z", limits)).toEqual([
      "2026-11-21T01:00:00Z",
      "2026-11-22T23:00:00Z",
    ]);
  });

  it("round up to the whole minute", () => {
    expect(windowAt("2026-11-20T12:00:01Z", { noticeMin: 0, horizonDays: 1 })[0]).toBe(
      "2026-11-20T12:01:00Z",
    );
  });

  it("count dates, not days of 24 hours", () => {
    const limits = { noticeMin: 0, horizonDays: 0 };
    expect(windowAt("2026-03-29T12:00:00Z", limits)[1]).toBe("2026-03-29T22:00:00Z");
    expect(windowAt("2026-04-23T12:00:00Z", limits, "Africa/Cairo")[1]).toBe("2026-04-23T22:00:00Z");
  });
});
