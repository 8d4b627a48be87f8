import { describe, expect, it } from "vitest";
import * as words from "./format-time.ts";

const instant = "2026-03-03T19:30:00Z";
/** ICU separates "2:30" and "PM" by a narrow no-break space. */
const plain = (text: string) => text.replaceAll(/\s/gu, " ");

describe("times in words", () => {
  it("says day and time by the zone's clocks and the reader's habits", () => {
    expect(words.formatDayTime(instant, "America/New_York", "en-GB")).toBe("Tue 3 March, 14:30");
    expect(plain(words.formatDayTime(instant, "America/New_York", "en-US"))).toBe("Tue, March 3, 2:30 PM");
    expect(words.formatTime(instant, "Asia/Kathmandu", "en-GB")).toBe("01:15");
    expect(words.formatDay(instant, "Asia/Kathmandu", "en-GB")).toBe("Wed 4 March");
  });

  it("takes epoch minutes as well", () => {
    expect(words.formatDay(0, "UTC", "en-GB")).toBe("Thu 1 January");
  });

  it("tells the two halves of a repeated hour apart", () => {
    expect(plain(words.formatTimeWithOffset("2026-11-01T05:30:00Z", "America/New_York", "en-US"))).toBe(
      "1:30 AM EDT",
    );
    expect(plain(words.formatTimeWithOffset("2026-11-01T06:30:00Z", "America/New_York", "en-US"))).toBe(
      "1:30 AM EST",
    );
  });

  it("says plain dates, months and minutes of the day", () => {
    expect(words.formatDateOnly("2026-03-03", "en-GB")).toBe("Tue 3 March");
    expect(words.formatDateOnly("2026-03-03", "en-GB", true)).toBe("Tue, 3 March 2026");
    expect(words.formatMonth("2026-03", "de")).toBe("März 2026");
    expect(words.formatMinuteOfDay(570, "en-GB")).toBe("09:30");
    expect(words.formatClock(1440)).toBe("24:00");
  });

  it("names zones", () => {
    expect(words.zoneName(instant, "America/New_York", "en-US")).toBe("Eastern Time");
    expect(words.zoneAbbreviation(instant, "Asia/Kathmandu", "en-US")).toBe("GMT+5:45");
    expect(words.zoneCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  });
});
