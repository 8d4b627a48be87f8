import { describe, expect, it } from "vitest";
import { mayChangeState } from "./origin-check.ts";

const host = "localhost:3000";
const own = "http://localhost:3000";

describe("a request that changes something", () => {
  it.each([
    ["from our own page", own, "same-origin", true],
    ["from our own page, in a browser without Sec-Fetch-Site", own, null, true],
    ["typed or reloaded by the visitor", null, "none", true],
    ["from another site", "https://evil.example", "cross-site", false],
    ["from another site, in a browser without Sec-Fetch-Site", "https://evil.example", null, false],
    ["from a business's subdomain", "http://harbor.localhost:3000", "same-site", false],
    ["from another port", "http://localhost:4000", "same-site", false],
    ["from a sandboxed frame", "null", "cross-site", false],
    ["from a sandboxed frame that hides its site", "null", null, false],
    ["whose headers contradict each other", "https://evil.example", "same-origin", false],
    ["from no page at all", null, null, false],
  ])("%s", (_, origin, secFetchSite, allowed) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(mayChangeState({ method, host, origin, secFetchSite })).toBe(allowed);
    }
  });

  it("may come from anywhere when it only reads", () => {
    const source = { host, origin: "https://evil.example", secFetchSite: "cross-site" };
    expect(mayChangeState({ method: "GET", ...source })).toBe(true);
  });
});
