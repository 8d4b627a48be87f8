import { describe, expect, it } from "vitest";
import { type Right, rights, rightsOf } from "#modules/accounts/rules/rights.ts";
import { allowedRights, givenRoles, overridableRights, overridesFor, permissions } from "./permissions.ts";

/** What belonging to a business gives everybody, what only its owner has, and what there is no page for. */
const neverOffered: readonly Right[] = [
  "business.read",
  "catalog.read",
  "staff.read",
  "schedule.read",
  "appointments.read",
  "business.own",
  "notifications.read",
];

describe("the permissions in words", () => {
  it("have every right once, but for those that nobody chooses", () => {
    const offered = permissions.flatMap((permission) => permission.rights);
    expect(new Set(offered).size).toBe(offered.length);
    expect([...offered, ...neverOffered].sort()).toEqual([...rights].sort());
    expect(new Set(permissions.map(({ key }) => key)).size).toBe(permissions.length);
  });

  it.each(givenRoles)("keep of %s only what differs, and give back what was chosen", (role) => {
    expect(overridesFor(role, rightsOf[role])).toEqual({ granted: [], denied: [] });
    for (const right of overridableRights) {
      const chosen = rightsOf[role].includes(right)
        ? rightsOf[role].filter((other) => other !== right)
        : [...rightsOf[role], right];
      const overrides = overridesFor(role, chosen);
      expect(overrides.granted.length + overrides.denied.length).toBe(1);
      expect(allowedRights(role, overrides).sort()).toEqual([...chosen].sort());
    }
  });
});
