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
  siteBuilder: { kind: "siteBuilder", builderId: "b1" },
  system: { kind: "system", job: "reminder" },
};

/** Written out a second time, so that a slip in the table of rights shows. */
const deniedTo: Partial<Record<Holder, string[]>> = {
  admin: ["billing.write", "business.own"],
  apiKey: ["billing.write", "business.own"],
  staff: [
    "business.write",
    "catalog.write",
    "staff.write",
    "schedule.write",
    "customers.write",
    "calendar.all",
    "notifications.read",
    "team.read",
    "team.write",
    "domains.write",
    "audit.read",
    "billing.read",
    "billing.write",
    "business.own",
  ],
  customer: [
    "business.write",
    "catalog.write",
    "staff.write",
    "schedule.write",
    "customers.read",
    "customers.write",
    "calendar.all",
    "notifications.read",
    "history.read",
    "team.read",
    "team.write",
    "domains.write",
    "audit.read",
    "billing.read",
    "billing.write",
    "business.own",
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

  it("lets a member have more, or less, than the role gives", () => {
    const staff = { kind: "member", userId: "u3", role: "staff" } as const;
    expect(hasRight({ ...staff, granted: ["customers.write"] }, "customers.write")).toBe(true);
    expect(hasRight({ ...staff, denied: ["customers.read"] }, "customers.read")).toBe(false);
    expect(
      hasRight({ ...staff, granted: ["customers.read"], denied: ["customers.read"] }, "customers.read"),
    ).toBe(false);
  });

  it("limits staff, and nobody else, to their own calendar, unless a member was told otherwise", () => {
    const limited = holders.filter((holder) => seesOnlyOwnCalendar(actors[holder]));
    expect(limited).toEqual(["staff"]);
    const [staff, admin] = [
      { kind: "member", userId: "u3", role: "staff" },
      { kind: "member", userId: "u2", role: "admin" },
    ] as const;
    expect(seesOnlyOwnCalendar({ ...staff, granted: ["calendar.all"] })).toBe(false);
    expect(seesOnlyOwnCalendar({ ...admin, denied: ["calendar.all"] })).toBe(true);
  });
});
