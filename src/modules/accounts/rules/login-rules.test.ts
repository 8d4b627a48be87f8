import { describe, expect, it } from "vitest";
import type { Membership } from "../schema.ts";
import { browserLabel } from "./browser-label.ts";
import { chooseMembership } from "./choose-membership.ts";
import { hashLoginToken, newLoginToken } from "./login-token.ts";
import { isFreshSignIn, sessionExpiry } from "./session-life.ts";

describe("a browser in words", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1",
      "Safari on iPhone",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36", "Chrome on Linux"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0",
      "Edge on Mac",
    ],
    ["curl/8.9", "Unknown browser"],
    [null, "Unknown browser"],
  ])("%s is %s", (userAgent, label) => {
    expect(browserLabel(userAgent)).toBe(label);
  });
});

describe("a token for a link", () => {
  it("is new each time, unguessable, and found again by its hash only", () => {
    const first = newLoginToken();
    const second = newLoginToken();
    expect(first.token).not.toBe(second.token);
    expect(Buffer.from(first.token, "base64url")).toHaveLength(32);
    expect(first.tokenHash).toBe(hashLoginToken(first.token));
    expect(first.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(first.tokenHash).not.toContain(first.token);
  });
});

describe("a session", () => {
  it("ends 30 days after the sign-in", () => {
    expect(sessionExpiry(Date.parse("2026-11-20T10:00:00Z")).toISOString()).toBe("2026-12-20T10:00:00.000Z");
  });
});

describe("a fresh sign-in", () => {
  it.each([
    [0, true],
    [9.9, true],
    [10, false],
    [60, false],
  ])("after %d minutes: %s", (minutes, fresh) => {
    expect(isFreshSignIn(0, minutes * 60_000)).toBe(fresh);
  });
});

describe("the business that a login works in", () => {
  const closed = membership("t1", "suspended");
  const open = membership("t2", "active");
  const other = membership("t3", "active");

  it("is the one chosen last", () => {
    expect(chooseMembership([closed, open, other], "t3")).toBe(other);
  });

  it("is the first active one when nothing, or nothing of theirs, was chosen", () => {
    expect(chooseMembership([closed, open, other], undefined)).toBe(open);
    expect(chooseMembership([closed, open], "somebody else's")).toBe(open);
  });

  it("is a suspended one when there is no other, and none without any", () => {
    expect(chooseMembership([closed], undefined)).toBe(closed);
    expect(chooseMembership([], "t1")).toBeUndefined();
  });
});

function membership(tenantId: string, status: Membership["status"]): Membership {
  return {
    membershipId: `m-${tenantId}`,
    tenantId,
    slug: tenantId,
    businessName: tenantId,
    status,
    role: "owner",
    staffId: null,
    grantedRights: [],
    deniedRights: [],
  };
}
