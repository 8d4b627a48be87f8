import { describe, expect, it } from "vitest";
import type { CustomerMessageKind } from "../rules/message-table.ts";
import { buttonColors, contrast } from "./button-colors.ts";
import { customerLetter } from "./customer-letter.ts";
import { escapeHtml, html, safeHref } from "./html.ts";
import { letterHtml, letterText } from "./letter.ts";
import { staffLetter } from "./staff-letter.ts";
import type { Visit } from "./visit.ts";

const visit: Visit = {
  appointmentId: "6f1c2d7e-0c52-4f8e-9f0e-1c2d7e0c524f",
  version: 1,
  status: "confirmed",
  code: "K7MPQ2XH",
  startsAt: "2026-03-03T19:30:00Z",
  endsAt: "2026-03-03T20:15:00Z",
  timeZone: "America/New_York",
  customerTimeZone: "Europe/Berlin",
  priceMinor: 4500,
  currency: "USD",
  notes: "Second floor",
  cancelReason: null,
  cancelledBy: null,
  conflict: null,
  previousStart: null,
  service: "Haircut",
  staff: "Ana Ruiz",
  customer: { name: "Mia Chen", email: "mia@example.com", phone: "+1 212 555 0100" },
  location: { name: "Orchard Street", addressLines: ["12 Orchard Street", "10002 New York"], phone: null },
  business: {
    name: "Maison Vert",
    email: "hello@maison.example",
    phone: "+1 212 555 0199",
    accentColor: "#2f6f5e",
    hidesMaker: false,
    locale: "en-GB",
    cancellationWindowMin: 1440,
    bookingAddress: "http://maison-vert.localhost:3000",
  },
};
const occasion = {
  manageUrl: "http://maison-vert.localhost:3000/manage/tok",
  nowMs: Date.parse("2026-02-20T08:00:00Z"),
};
const kinds: CustomerMessageKind[] = ["booked", "requested", "rescheduled", "rezoned", "cancelled"];

describe("the customer's letter", () => {
  const letter = customerLetter("booked", visit, occasion);
  const text = letterText(letter);

  it("says at its foot who made it, unless the business leaves that out", () => {
    expect(text).toMatch(/Booking by Slotkeeper\n$/);
    expect(letterHtml(letter)).toContain("Booking by Slotkeeper</div>");
    const unnamed = { ...visit, business: { ...visit.business, hidesMaker: true } };
    const other = customerLetter("booked", unnamed, occasion);
    expect(`${letterText(other)} ${letterHtml(other)}`).not.toContain("Slotkeeper");
  });

  it("names everything the customer needs", () => {
    expect(letter.subject).toBe("You're booked: Haircut, Tue 3 March, 20:30");
    for (const words of [
      "Hi Mia,",
      "Haircut with Ana Ruiz",
      "Tue 3 March, 20:30 (Berlin time)",
      "Tue 3 March, 14:30 (New York time)",
      "12 Orchard Street",
      "https://www.google.com/maps/search/",
      "US$45",
      "K7MPQ2XH",
      "Free to cancel or reschedule until Mon 2 March, 20:30 (Berlin time).",
      "View, reschedule or cancel:\nhttp://maison-vert.localhost:3000/manage/tok",
      "+1 212 555 0199",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("says the same in HTML, with the link on the button", () => {
    const page = letterHtml(letter);
    for (const words of ["Tue 3 March, 20:30 (Berlin time)", "US$45", "K7MPQ2XH", "hello@maison.example"]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('href="http://maison-vert.localhost:3000/manage/tok"');
  });

  it("keeps a free visit's price to itself", () => {
    expect(letterText(customerLetter("booked", { ...visit, priceMinor: 0 }, occasion))).not.toContain(
      "Price",
    );
  });

  it("tells what the time was before a move", () => {
    const moved = { ...visit, previousStart: "2026-03-02T19:30:00Z" };
    expect(letterText(customerLetter("rescheduled", moved, occasion))).toContain(
      "it was planned for Mon 2 March, 20:30",
    );
  });

  it("does not speak of a new time when only the staff member changed", () => {
    const letter = customerLetter("rescheduled", { ...visit, previousStart: visit.startsAt }, occasion);
    expect(letter.subject).toBe("Changed: Haircut, Tue 3 March, 20:30");
    expect(letterText(letter)).not.toContain("new time");
  });

  it("offers to book again once cancelled, and no way to manage what is gone", () => {
    const gone = customerLetter(
      "cancelled",
      { ...visit, status: "cancelled", cancelledBy: "customer" },
      occasion,
    );
    expect(letterText(gone)).toContain("as you asked");
    expect(letterText(gone)).not.toContain("/manage/");
    expect(gone.button?.label).toBe("Book another time");
  });

  it("apologises, with the reason, for what the business cancelled", () => {
    const gone = { ...visit, cancelledBy: "member", cancelReason: "Ana is ill" };
    expect(letterText(customerLetter("cancelled", gone, occasion))).toContain(
      "Maison Vert had to cancel this visit (Ana is ill).",
    );
  });
});

describe("the staff member's copy", () => {
  it("is in the place's time, with who comes and what they noted", () => {
    const text = letterText(staffLetter("booked", visit, "http://localhost:3000/dashboard"));
    expect(text).toContain("When: Tue 3 March, 14:30");
    expect(text).toContain("Mia Chen\n  +1 212 555 0100\n  mia@example.com");
    expect(text).toContain("Second floor");
  });

  it("tells whoever had the visit before which time of theirs is free again", () => {
    const moved = { ...visit, previousStart: "2026-03-02T19:30:00Z" };
    const text = letterText(staffLetter("reassigned", moved, "http://localhost:3000/dashboard"));
    expect(text).toContain("Ana Ruiz has it now. Your time on Mon 2 March, 14:30 is free again.");
  });

  it("carries neither the customer's link nor their code", () => {
    for (const kind of kinds) {
      const text = letterText(staffLetter(kind, visit, "http://localhost:3000/dashboard"));
      expect(text).not.toContain("/manage/");
      expect(text).not.toContain(visit.code);
    }
  });
});

describe("what people typed", () => {
  const evil = '<img src=x onerror="alert(1)">&\'';
  const hostile: Visit = {
    ...visit,
    service: evil,
    staff: evil,
    notes: evil,
    cancelReason: evil,
    customer: { name: evil, email: evil, phone: evil },
    location: { name: evil, addressLines: [evil], phone: evil },
    business: { ...visit.business, name: evil, email: evil, locale: "en-GB" },
  };

  it.each(kinds)("never becomes markup in a letter that tells: %s", (kind) => {
    for (const letter of [
      customerLetter(kind, hostile, occasion),
      staffLetter(kind, hostile, "http://localhost:3000/dashboard"),
    ]) {
      expect(letterHtml(letter)).not.toContain("<img");
      expect(letterHtml(letter)).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;");
    }
  });

  it("is escaped for text and attributes alike", () => {
    expect(escapeHtml(`<>&"'`)).toBe("&lt;&gt;&amp;&quot;&#39;");
    expect(html`<a title="${'"'}">${[html`<b>${"<"}</b>`]}${null}${false}</a>`.markup).toBe(
      '<a title="&quot;"><b>&lt;</b></a>',
    );
  });

  it("cannot turn a link into a script", () => {
    expect(safeHref("javascript:alert(1)")).toBe("#");
    expect(safeHref("https://example.com/?a=1")).toBe("https://example.com/?a=1");
  });

  it("cannot reach the style sheet through the accent colour", () => {
    const letter = customerLetter(
      "booked",
      { ...visit, business: { ...visit.business, accentColor: "red;background:url(//evil)" } },
      occasion,
    );
    expect(letterHtml(letter)).not.toContain("evil");
  });
});

describe("the button's colours", () => {
  it.each(["#2f6f5e", "#ffe600", "#ffffff", "#000000", "#ff0000", "#767676", "#f7c8d6"])(
    "keep the text readable on %s",
    (accent) => {
      const { background, text, border } = buttonColors(accent);
      expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(border, "#ffffff")).toBeGreaterThanOrEqual(3);
    },
  );
});
