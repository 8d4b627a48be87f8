import { describe, expect, it } from "vitest";
import { problemInWords } from "./sign-in-problem.ts";

describe("what a sign-in page says", () => {
  it("is nothing when nothing went wrong", () => {
    expect(problemInWords({})).toBeNull();
  });

  it.each([
    [{ problem: "invalid" }, "E-mail or password is wrong."],
    [{ problem: "notFound" }, "This link does not work any more."],
    [{ problem: "no-login" }, "There is no login with your Google address."],
    [{ problem: "something new" }, "Signing in did not work."],
    [{ error: "OAuthCallback" }, "Signing in did not work."],
  ])("for %j begins with: %s", (query, title) => {
    expect(problemInWords(query)?.title).toBe(title);
  });

  it.each([
    ["30", "a minute"],
    ["61", "2 minutes"],
    ["nonsense", "15 minutes"],
    [undefined, "15 minutes"],
  ])("asks to wait %s seconds in whole minutes", (wait, words) => {
    expect(problemInWords({ problem: "rateLimited", wait })?.advice).toContain(`Try again in ${words},`);
  });
});
