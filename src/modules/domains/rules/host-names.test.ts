import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostFrom, isApex, problemWithHost } from "./host-names.ts";

const own = {
  appHost: "app.slotkeeper.example",
  bookingDomain: "book.slotkeeper.example",
  target: "sites.slotkeeper.example",
};

describe("a host that was typed or pasted", () => {
  it.each([
    ["book.hersalon.example", "book.hersalon.example"],
    ["  Book.HerSalon.Example. ", "book.hersalon.example"],
    ["https://book.hersalon.example/", "book.hersalon.example"],
    ["http://book.hersalon.example:8080/book?x=1", "book.hersalon.example"],
    ["book.hersalon.example/termine", "book.hersalon.example"],
    ["termine.müller-frisör.example", "termine.xn--mller-frisr-xfb0f.example"],
    ["0x7f.1", "127.0.0.1"],
    ["", ""],
    ["not a host!", ""],
  ])("%j is %j", (typed, host) => {
    expect(hostFrom(typed).replace(/^termine\.xn--.*/, "termine.xn--mller-frisr-xfb0f.example")).toBe(host);
  });

  it("is the same when it is read once more", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (typed) => {
        const host = hostFrom(typed);
        expect(hostFrom(host)).toBe(host);
      }),
    );
  });
});

describe("a business", () => {
  it.each([
    "book.hersalon.example",
    "hersalon.com",
    "termine.salon.co.uk",
    "salon.co.uk",
    "my-salon.github.io",
  ])("may have %s", (host) => {
    expect(problemWithHost(host, own)).toBeNull();
  });

  it.each([
    ["127.0.0.1", /address of a machine/],
    ["[::1]", /address of a machine/],
    ["localhost", /whole name/],
    ["salon", /whole name/],
    ["-salon.example", /whole name/],
    ["salon.123", /whole name/],
    [`${"a".repeat(64)}.example`, /whole name/],
    ["salon.localhost", /cannot be reached/],
    ["printer.local", /cannot be reached/],
    ["1.0.0.10.in-addr.arpa", /cannot be reached/],
    ["app.slotkeeper.example", /one of ours/],
    ["harbor.book.slotkeeper.example", /one of ours/],
    ["a.b.book.slotkeeper.example", /one of ours/],
    ["sites.slotkeeper.example", /one of ours/],
    ["co.uk", /belongs to many/],
    ["com.au", /belongs to many/],
    ["github.io", /belongs to many/],
  ])("may not have %s", (host, words) => {
    expect(problemWithHost(host, own)).toMatch(words);
  });
});

describe("the top of a domain", () => {
  it.each([
    ["hersalon.example", true],
    ["hersalon.co.uk", true],
    ["book.hersalon.example", false],
    ["book.hersalon.co.uk", false],
  ])("%s: %s", (host, apex) => {
    expect(isApex(host)).toBe(apex);
  });
});
