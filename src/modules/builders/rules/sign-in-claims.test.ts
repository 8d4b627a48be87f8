import { describe, expect, it } from "vitest";
import { signInClaims } from "./sign-in-claims.ts";

const payload = {
  iss: "9c41d7e2",
  sub: " Ana@Example.com",
  business: "site-1",
  jti: "a",
  iat: 1000,
  exp: 1060,
};

describe("the claims of a sign-in token", () => {
  it("name a user, a business and a moment", () => {
    expect(signInClaims(payload)).toEqual({
      issuer: "9c41d7e2",
      email: "ana@example.com",
      business: "site-1",
      tokenId: "a",
      issuedAt: 1000,
      expiresAt: 1060,
    });
  });

  it.each([
    ["ten minutes, and a second", { exp: 1601 }],
    ["an end before the beginning", { exp: 999 }],
    ["no business", { business: "" }],
    ["a business that is no word", { business: 7 }],
    ["an endless id", { jti: "x".repeat(201) }],
    ["a time in words", { iat: "now" }],
  ])("are refused with %s", (_what, wrong) => {
    expect(signInClaims({ ...payload, ...wrong })).toBeNull();
  });

  it("may live for ten minutes", () => {
    expect(signInClaims({ ...payload, exp: 1600 })).not.toBeNull();
  });
});
