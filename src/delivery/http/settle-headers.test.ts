import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { settleHeaders } from "./settle-headers.ts";
import { trustedProxies, visitorAddress } from "./trusted-proxies.ts";

const trusts = trustedProxies(["10.0.0.0/8", "::1"]);

function settle(headers: IncomingHttpHeaders, peer: string, encrypted = false): IncomingHttpHeaders {
  settleHeaders(headers, { peer, encrypted, requestId: "r1" }, trusts);
  return headers;
}

describe("the visitor's address", () => {
  it.each([
    ["203.0.113.9", undefined, "203.0.113.9"],
    ["203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["10.1.2.3", "198.51.100.7", "198.51.100.7"],
    ["::ffff:10.1.2.3", "198.51.100.7", "198.51.100.7"],
    ["::1", "2001:db8::5", "2001:db8::5"],
    ["10.1.2.3", "1.2.3.4, 198.51.100.7", "198.51.100.7"],
    ["10.1.2.3", "1.2.3.4, 198.51.100.7, 10.9.9.9", "198.51.100.7"],
    ["10.1.2.3", "nonsense", "10.1.2.3"],
    ["10.1.2.3", "", "10.1.2.3"],
  ])("behind %s that says %s is %s", (peer, forwardedFor, expected) => {
    expect(visitorAddress(peer, forwardedFor, trusts)).toBe(expected);
  });
});

describe("headers of a request", () => {
  it("believes nothing of what a visitor forwards", () => {
    const headers = settle(
      {
        host: "harbor.localhost:3000",
        "x-forwarded-host": "harbor.localhost",
        "x-forwarded-proto": "https",
        "x-forwarded-for": "1.2.3.4",
        "x-real-ip": "1.2.3.4",
        forwarded: "for=1.2.3.4",
      },
      "203.0.113.9",
    );
    expect(headers).toEqual({
      host: "harbor.localhost:3000",
      "x-forwarded-proto": "http",
      "x-forwarded-for": "203.0.113.9",
      "x-client-address": "203.0.113.9",
      "x-request-id": "r1",
    });
  });

  it("believes a trusted proxy about host, protocol and address", () => {
    const headers = settle(
      {
        host: "10.0.0.5:3000",
        "x-forwarded-host": "Salon.Example",
        "x-forwarded-proto": "https",
        "x-forwarded-for": "198.51.100.7",
      },
      "10.0.0.2",
    );
    expect(headers).toMatchObject({
      host: "salon.example",
      "x-forwarded-proto": "https",
      "x-client-address": "198.51.100.7",
    });
  });

  it("drops headers that only the application sets, whoever sends them", () => {
    for (const peer of ["203.0.113.9", "10.0.0.2"]) {
      const headers = settle(
        {
          "x-booking-base": "/other",
          "x-nonce": "known",
          "x-business": '{"tenantId":"of somebody else"}',
          "x-client-address": "1.2.3.4",
          "x-request-id": "x",
        },
        peer,
      );
      expect(headers["x-booking-base"]).toBeUndefined();
      expect(headers["x-nonce"]).toBeUndefined();
      expect(headers["x-business"]).toBeUndefined();
      expect(headers["x-client-address"]).toBe(peer);
      expect(headers["x-request-id"]).toBe("r1");
    }
  });

  it.each([
    ["203.0.113.9", "evil.example", true],
    ["203.0.113.9", "Harbor.Localhost", false],
    ["203.0.113.9", "harbor.localhost, evil.example", true],
    ["203.0.113.9", "", false],
    ["10.0.0.2", "salon.example", false],
    ["10.0.0.2", "salon.example, salon.example", false],
    ["10.0.0.2", "evil.example, salon.example", true],
  ])("marks what %s says of the host %j as forged: %s", (peer, forwarded, forged) => {
    const headers = settle({ host: "harbor.localhost:3000", "x-forwarded-host": forwarded }, peer);
    expect(headers["x-forged-host"] === "1").toBe(forged);
  });

  it("says https for an encrypted socket", () => {
    expect(settle({}, "203.0.113.9", true)["x-forwarded-proto"]).toBe("https");
  });

  it("trusts nobody when no proxy is named", () => {
    expect(trustedProxies([])("127.0.0.1")).toBe(false);
  });
});
