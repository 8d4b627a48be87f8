import { describe, expect, it } from "vitest";
import { isSiteHost, isVouchedFor, problemWithSuffixes, siteAddressFrom } from "./site-hosts.ts";

const own = { appHost: "app.booking.test", bookingDomain: "booking.test" };

describe("hosts of sites", () => {
  it.each([
    ["ana.sites.test", true],
    ["www.ana.test", true],
    ["xn--caf-dma.test", true],
    // Of several labels below the booking domain, none is a business's slug.
    ["ana.sites.booking.test", true],
    ["salon.booking.test", false],
    ["booking.test", false],
    ["app.booking.test", false],
    ["localhost", false],
    ["10.0.0.1", false],
    ["-ana.test", false],
    ["ana_yoga.test", false],
    ["", false],
  ])("%s: %s", (host, expected) => {
    expect(isSiteHost(host, own)).toBe(expected);
  });

  it("are vouched for below a suffix, not beside it", () => {
    const suffixes = ["sites.test"];
    expect(isVouchedFor("sites.test", suffixes)).toBe(true);
    expect(isVouchedFor("ana.sites.test", suffixes)).toBe(true);
    expect(isVouchedFor("evilsites.test", suffixes)).toBe(false);
    expect(isVouchedFor("sites.test.evil.example", suffixes)).toBe(false);
  });

  it("are read from a host or an origin", () => {
    expect(siteAddressFrom(" Ana.Sites.Test. ")).toEqual({ host: "ana.sites.test", origin: null });
    expect(siteAddressFrom("https://ana.test/")).toEqual({ host: "ana.test", origin: null });
    expect(siteAddressFrom("http://Ana.test:8080/x")).toEqual({
      host: "ana.test",
      origin: "http://ana.test:8080",
    });
  });
});

describe("suffixes of builders", () => {
  it("hold neither this installation's hosts nor another builder's", () => {
    const problem = (suffix: string, others: string[] = []) => problemWithSuffixes([suffix], own, others);
    expect(problem("sites.test")).toBeNull();
    expect(problem("sites.booking.test")).toBeNull();
    expect(problem("booking.test")).toContain("hosts of this installation");
    expect(problem("test")).toContain("is not a host name");
    expect(problem("sites.test", ["a.sites.test"])).toContain("overlaps with a.sites.test");
    expect(problem("a.sites.test", ["sites.test"])).toContain("overlaps with sites.test");
    expect(problem("sites.test", ["othersites.test"])).toBeNull();
  });
});
