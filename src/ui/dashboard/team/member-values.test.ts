import { describe, expect, it } from "vitest";
import type { MemberView } from "#modules/team/schema.ts";
import { changeOf, invitationOf, memberValues, noCalendar, standingWords } from "./member-values.ts";

const member: MemberView = {
  id: "m1",
  name: "Ada",
  email: "ada@example.com",
  role: "staff",
  granted: ["calendar.all"],
  denied: ["customers.read"],
  staffId: "s1",
  staffName: "Ada L.",
  since: "2026-01-01T00:00:00Z",
  self: false,
  changeable: true,
};

describe("the form of a member", () => {
  it("gives back what the member has when nothing is changed", () => {
    expect(changeOf(memberValues(member))).toEqual({
      role: "staff",
      staffId: "s1",
      granted: ["calendar.all"],
      denied: ["customers.read"],
    });
  });

  it("names nobody's calendar as none", () => {
    expect(changeOf({ ...memberValues(member), calendar: noCalendar }).staffId).toBeNull();
  });

  it("says in a few words that somebody has other rights than the role", () => {
    expect(standingWords({ ...member, granted: [], denied: [] })).toBe("Staff");
    expect(standingWords({ ...member, role: "admin", granted: [] })).toBe("Admin, fewer rights");
    expect(standingWords(member)).toBe("Staff, more and fewer rights");
  });
});

describe("the form of an invitation", () => {
  const values = { ...memberValues(null), email: "bea@example.com", newStaffName: "Bea" };

  it("makes a staff member unless told otherwise", () => {
    const common = { email: "bea@example.com", role: "staff", granted: [], denied: [] };
    expect(invitationOf(values)).toEqual({ ...common, newStaffName: "Bea" });
    expect(invitationOf({ ...values, calendar: "s1" })).toEqual({ ...common, staffId: "s1" });
    expect(invitationOf({ ...values, calendar: noCalendar })).toEqual(common);
  });
});
