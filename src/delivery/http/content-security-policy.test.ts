import { describe, expect, it } from "vitest";
import { appPolicy, bookingPolicy, newNonce } from "./content-security-policy.ts";

describe("the content security policy", () => {
  it("of booking pages allows their own script and style, and nothing else that runs", () => {
    expect(bookingPolicy({ nonce: "abc" })).toBe(
      "default-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc'; " +
        "img-src 'self' data: https:; form-action 'self'; base-uri 'none'; object-src 'none'; font-src 'self'; frame-ancestors 'self'",
    );
  });

  it("of the installation's pages allows style attributes, and no frame around them", () => {
    const policy = appPolicy({ nonce: "abc" });
    expect(policy).toContain("style-src-attr 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("lets the sign-in form lead to the places that are configured", () => {
    const policy = appPolicy({ nonce: "abc", formTargets: ["https://accounts.google.com"] });
    expect(policy).toContain("form-action 'self' https://accounts.google.com;");
  });

  it("gets a nonce of 128 random bits for each response", () => {
    const nonces = new Set(Array.from({ length: 100 }, newNonce));
    expect(nonces.size).toBe(100);
    for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16);
  });
});
