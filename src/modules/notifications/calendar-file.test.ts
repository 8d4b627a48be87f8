import { describe, expect, it } from "vitest";
import {
  addToCalendarLinks,
  type CalendarEntry,
  calendarContentType,
  calendarFile,
} from "./calendar-file.ts";

const visit: CalendarEntry = {
  uid: "6f1c2d7e-0c52-4f8e-9f0e-1c2d7e0c524f",
  sequence: 3,
  status: "confirmed",
  start: "2026-03-03T19:30:00Z",
  end: "2026-03-03T20:15:00Z",
  summary: "Haircut, wash & dry at Maison Vert",
  location: "12 Orchard Street, New York",
  description: "With Ana\nCode K7MPQ2XH",
  url: "http://maison-vert.localhost:3000/manage/abc",
  stamp: "2026-02-01T08:00:00Z",
};

/** Joins the lines that the format folds at 75 octets. */
function lines(file: string): string[] {
  return file.replace(/\r\n[ \t]/g, "").split("\r\n");
}

describe("the calendar file", () => {
  it("names the appointment and its version, in UTC", () => {
    expect(lines(calendarFile(visit))).toEqual(
      expect.arrayContaining([
        "METHOD:PUBLISH",
        "UID:6f1c2d7e-0c52-4f8e-9f0e-1c2d7e0c524f@slotkeeper",
        "SEQUENCE:3",
        "DTSTAMP:20260201T080000Z",
        "DTSTART:20260303T193000Z",
        "DTEND:20260303T201500Z",
        "STATUS:CONFIRMED",
      ]),
    );
  });

  it("escapes what has a meaning in the format", () => {
    const file = lines(calendarFile(visit));
    expect(file).toContain("SUMMARY:Haircut\\, wash & dry at Maison Vert");
    expect(file).toContain("DESCRIPTION:With Ana\\nCode K7MPQ2XH");
  });

  it("cannot be made to carry a second property by a line break in a name", () => {
    const file = lines(calendarFile({ ...visit, summary: "Cut\r\nATTENDEE:mailto:eve@example.com" }));
    expect(file.some((line) => line.startsWith("ATTENDEE"))).toBe(false);
  });

  it("reminds a day and two hours before", () => {
    const triggers = lines(calendarFile(visit)).filter((line) => line.startsWith("TRIGGER"));
    expect(triggers).toEqual(["TRIGGER:-P1D", "TRIGGER:-PT2H"]);
  });

  it("takes a cancelled visit out of the calendar, without reminders", () => {
    const file = lines(calendarFile({ ...visit, status: "cancelled", sequence: 4 }));
    expect(file).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4"]));
    expect(file).not.toContain("BEGIN:VALARM");
    expect(calendarContentType("cancelled")).toBe("text/calendar; charset=utf-8; method=CANCEL");
  });

  it("shows a visit that awaits approval as tentative", () => {
    expect(lines(calendarFile({ ...visit, status: "pending" }))).toContain("STATUS:TENTATIVE");
  });
});

describe("add-to-calendar links", () => {
  const links = Object.fromEntries(addToCalendarLinks(visit).map((link) => [link.name, new URL(link.href)]));

  it("exist for Google, Outlook, Office 365 and Yahoo", () => {
    expect(Object.keys(links)).toEqual(["Google", "Outlook", "Office 365", "Yahoo"]);
  });

  it("carry title, time and place in each calendar's own words", () => {
    expect(links.Google?.searchParams.get("dates")).toBe("20260303T193000Z/20260303T201500Z");
    expect(links.Outlook?.searchParams.get("startdt")).toBe("2026-03-03T19:30:00Z");
    expect(links["Office 365"]?.searchParams.get("subject")).toBe(visit.summary);
    expect(links.Yahoo?.searchParams.get("in_loc")).toBe(visit.location);
  });

  it("write a space as %20, never as a plus", () => {
    expect(addToCalendarLinks(visit).every((link) => !link.href.includes("+"))).toBe(true);
  });
});
