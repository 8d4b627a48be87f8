import { describe, expect, it, vi } from "vitest";
import { HashingBusyError, passwordMatches } from "./password-hash.ts";

/** Checks that wait until they are let go, in the order in which they were begun. */
const begun = vi.hoisted(() => [] as { password: string; finish: () => void }[]);

vi.mock("@node-rs/argon2", () => ({
  hash: async () => "hash of nobody",
  verify: (_stored: string, password: string) =>
    new Promise<boolean>((resolve) => begun.push({ password, finish: () => resolve(true) })),
}));

const check = (password: string, known = false) => passwordMatches("a hash", password, { known });

describe("checking passwords when a crowd comes", () => {
  it("turns strangers away, and takes who comes from a known browser next", async () => {
    const crowd = Array.from({ length: 66 }, (_, number) => check(`stranger ${number}`));
    await expect(check("one too many")).rejects.toBeInstanceOf(HashingBusyError);
    const owner = check("owner", true);
    await vi.waitFor(() => expect(begun).toHaveLength(2));
    begun[0]?.finish();
    await vi.waitFor(() => expect(begun).toHaveLength(3));
    expect(begun[2]?.password).toBe("owner");
    for (let next = 1; next < 67; next++) {
      await vi.waitFor(() => expect(begun.length).toBeGreaterThan(next));
      begun[next]?.finish();
    }
    expect(await owner).toBe(true);
    expect(await Promise.all(crowd)).toHaveLength(66);
  });
});
