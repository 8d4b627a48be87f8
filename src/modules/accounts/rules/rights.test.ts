import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { type Holder, hasRight, holders, requireRight, rights, seesOnlyOwnCalendar } from "./rights.ts";

const actors: Record<Holder, Actor> = {
  owner: { kind: "member", userId: "u1", role: "owner" },
  admin: { kind: "member", userId: "u2", role: "admin" },
  staff: { kind: "member", userId: "u3", role: "staff", staffId: "s1" },
  customer: { kind: "customer" },
  assistant: { kind: "assistant" },
  apiKey: { kind: "apiKey", keyId: "k1" },
  platformAdmin: { kind: "platformAdmin", userId: "u4" },
  system: { kind: "system", job: "reminder" },
};

/** Written out a second time, so that a slip in the table of rights shows. */
const deniedTo: Partial<Record<Holder, string[]>> = {
  staff: [
    "business.write",
    "catalog.write",
    "staff.write",
    "schedule.write",
    "customers.write",
    "notifications.read",
    "team.read",
    "team.write",
  ],
  customer: [
    "business.write",
    "catalog.write",
    "staff.write",
    "schedule.write",
    "customers.read",
    "customers.write",
    "notifications.read",
    "history.read",
    "team.read",
    "team.write",
  ],
};
deniedTo.assistant = deniedTo.customer;

describe("the table of rights", () => {
  const pairs = holders.flatMap((holder) => rights.map((right) => ({ holder, right })));

  it.each(pairs)("answers for $holder and $right", ({ holder, right }) => {
    const allowed = !deniedTo[holder]?.includes(right);
    expect(hasRight(actors[holder], right)).toBe(allowed);
    const refusal = requireRight(actors[holder], right);
    if (allowed) expect(refusal).toBeNull();
    else expect(refusal).toMatchObject({ ok: false, reason: "forbidden", details: { right } });
  });

  it("limits staff, and nobody else, to their own calendar", () => {
    const limited = holders.filter((holder) => seesOnlyOwnCalendar(actors[holder]));
    expect(limited).toEqual(["staff"]);
  });
});
