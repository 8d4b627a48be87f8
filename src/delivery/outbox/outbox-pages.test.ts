import { describe, expect, it } from "vitest";
import type { OutboxMessage } from "#modules/notifications/read-outbox.ts";
import { linksOf, outboxListPage, outboxMessagePage } from "./outbox-pages.ts";

const message: OutboxMessage = {
  id: "6f1c2d7e-0c52-4f8e-9f0e-1c2d7e0c524f",
  to: "mia@example.com",
  from: '"Maison Vert" <no-reply@example.com>',
  subject: "You're booked <b>",
  sentAt: "2026-03-03T19:30:00.000Z",
  html: '<html><head><style>p{}</style></head><body><a href="http://a.test/x?a=1&amp;b=2">"Go"</a></body></html>',
  text: "View it:\nhttp://a.test/manage/tok?x=1&y=2\n<script>alert(1)</script>\nhttp://a.test/manage/tok?x=1&y=2\n",
  attachments: [{ filename: "visit.ics", contentType: "text/calendar", content: "QQ==" }],
};

describe("the outbox", () => {
  it("lists subject, recipient and time, and says that nothing leaves", () => {
    const page = outboxListPage([message], { nonce: "abc" });
    expect(page).toContain("You&#39;re booked &lt;b&gt;");
    expect(page).toContain("mia@example.com");
    expect(page).toContain("Tue 3 March, 19:30 UTC");
    expect(page).toContain("Test mode");
    expect(page).toContain(`href="/outbox/${message.id}"`);
  });

  it("says when there is nothing, and to whom", () => {
    expect(outboxListPage([], { nonce: "abc" })).toContain("Book a visit");
    expect(outboxListPage([], { to: '"><script>', nonce: "abc" })).not.toContain("<script>");
  });

  it("shows the letter in a frame that may do nothing but open its links", () => {
    const page = outboxMessagePage(message, { nonce: "abc" });
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox allow-scripts"');
    expect(page).toContain("&lt;style nonce=&quot;abc&quot;&gt;");
    expect(page).toContain("&amp;amp;b=2");
    expect(page).not.toContain("<script>");
  });

  it("links the addresses of the plain text", () => {
    const page = outboxMessagePage(message, { nonce: "abc" });
    expect(page).toContain('<a href="http://a.test/manage/tok?x=1&amp;y=2">');
    expect(linksOf(message.text)).toEqual(["http://a.test/manage/tok?x=1&y=2"]);
  });

  it("offers the files", () => {
    expect(outboxMessagePage(message, { nonce: "abc" })).toContain(`/outbox/${message.id}/attachments/0`);
  });
});
