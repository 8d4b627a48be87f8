import { describe, expect, it } from "vitest";
import type { MemberActor } from "#database/tenant-context.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aSession } from "#testing/builders/login.ts";
import { aTeamMember, type BuiltMember } from "#testing/builders/member.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { changeMember } from "./change-member.ts";
import { chooseOwnCalendar } from "./choose-own-calendar.ts";
import { inviteMember } from "./invite-member.ts";
import { leaveBusiness } from "./leave-business.ts";
import { listTeam } from "./list-team.ts";
import { removeMember } from "./remove-member.ts";
import { ChangeMemberInput, InviteMemberInput } from "./schema.ts";
import { transferOwnership } from "./transfer-ownership.ts";

const database = useDatabase();

const change = (shop: Shop, target: { id: string }, what: object, as?: MemberActor) =>
  shop.run(
    (ctx) =>
      changeMember(ctx, ChangeMemberInput.parse({ id: target.id, role: "staff", staffId: null, ...what })),
    as ? { as } : {},
  );

async function team(shop: Shop, as?: MemberActor) {
  const listed = await shop.run((ctx) => listTeam(ctx), as ? { as } : {});
  if (!listed.ok) throw new Error(listed.message);
  return listed.value.members;
}

const roleOf = async (shop: Shop, { id }: { id: string }) =>
  (await team(shop)).find((member) => member.id === id)?.role;

/** The membership of the owner whom the builder made. */
async function ownerOf(shop: Shop): Promise<BuiltMember> {
  const own = (await team(shop)).find(({ role }) => role === "owner");
  const actor: MemberActor = { kind: "member", userId: shop.ownerUserId, role: "owner" };
  return { id: own?.id ?? "", userId: shop.ownerUserId, email: own?.email ?? "", actor };
}

describe("changing what members may do", () => {
  it("counts from their next request on, and stands in the trail with before and after", async () => {
    const shop = await aShop();
    const [{ id: staffId }] = shop.staff;
    const member = await aTeamMember(shop, "staff");
    const sessionId = await aSession(member);
    const what = { role: "staff", granted: ["calendar.all"], denied: ["customers.read"], staffId };
    expect((await change(shop, member, what)).ok).toBe(true);
    expect((await identifyLogin(sessionId))?.memberships).toMatchObject([
      { role: "staff", staffId, grantedRights: ["calendar.all"], deniedRights: ["customers.read"] },
    ]);
    const { rows } = await database.superuser.query(
      "SELECT payload, actor_id FROM event WHERE tenant_id = $1 AND type = 'team.memberChanged'",
      [shop.tenantId],
    );
    expect(rows).toMatchObject([
      {
        actor_id: shop.ownerUserId,
        payload: {
          email: member.email,
          ...{
            previousRole: "staff",
            role: "staff",
            granted: ["calendar.all"],
            denied: ["customers.read"],
            staffId,
          },
          before: { granted: [], denied: [], staffId: null },
        },
      },
    ]);
  });

  it("keeps only what differs from the role", async () => {
    const shop = await aShop();
    const member = await aTeamMember(shop, "staff");
    await change(shop, member, { role: "admin", granted: ["calendar.all"], denied: ["billing.write"] });
    expect((await team(shop)).find(({ id }) => id === member.id)).toMatchObject({
      role: "admin",
      granted: [],
      denied: [],
    });
  });

  it("is not done to oneself, nor by admins to owners and to those who may do more", async () => {
    const shop = await aShop();
    const admin = await aTeamMember(shop, "admin");
    const trusted = await aTeamMember(shop, "admin", { granted: ["billing.write"] });
    const owner = await ownerOf(shop);
    for (const [target, as] of [
      [admin, admin.actor],
      [owner, admin.actor],
      [trusted, admin.actor],
      [owner, owner.actor],
    ] as const)
      expect(await change(shop, target, { role: "staff" }, as)).toMatchObject({ reason: "forbidden" });
    for (const target of [owner, trusted])
      expect(await shop.run((ctx) => removeMember(ctx, target), { as: admin.actor })).toMatchObject({
        reason: "forbidden",
      });
    expect((await change(shop, trusted, { role: "staff" }, owner.actor)).ok).toBe(true);
    expect((await change(shop, trusted, { role: "admin" }, admin.actor)).ok).toBe(true);
  });

  it("gives nothing that the giver has not, and lets others keep what they had", async () => {
    const shop = await aShop();
    const admin = await aTeamMember(shop, "admin", { denied: ["schedule.write"] });
    const staff = await aTeamMember(shop, "staff");
    expect(
      await change(shop, staff, { role: "staff", granted: ["billing.write"] }, admin.actor),
    ).toMatchObject({ reason: "forbidden" });
    expect(await change(shop, staff, { role: "admin" }, admin.actor)).toMatchObject({ reason: "forbidden" });
    expect((await change(shop, staff, { role: "admin", denied: ["schedule.write"] }, admin.actor)).ok).toBe(
      true,
    );
  });

  it("is not for staff, nor for whoever was removed or demoted a moment ago", async () => {
    const shop = await aShop();
    const [staff, admin] = [await aTeamMember(shop, "staff"), await aTeamMember(shop, "admin")];
    expect(await change(shop, admin, {}, staff.actor)).toMatchObject({ reason: "forbidden" });
    await change(shop, admin, { role: "staff" });
    expect(await change(shop, staff, { role: "admin" }, admin.actor)).toMatchObject({ reason: "forbidden" });
  });

  it("takes no calendar that is somebody else's, archived or another business's", async () => {
    const [shop, other] = [await aShop().withStaff().withStaff(), await aShop()];
    const [first, second] = shop.staff;
    await aTeamMember(shop, "staff", { staffId: first.id });
    const member = await aTeamMember(shop, "staff");
    const to = (staffId: string | undefined) => change(shop, member, { staffId });
    expect(await to(first.id)).toMatchObject({ reason: "inUse" });
    expect(await to(other.staff[0].id)).toMatchObject({ reason: "notFound" });
    expect((await to(second?.id)).ok).toBe(true);
    expect((await to(second?.id)).ok).toBe(true);
  });

  it("lets an owner say which calendar is theirs, and stay owner", async () => {
    const shop = await aShop();
    const [{ id: staffId }] = shop.staff;
    expect((await shop.run((ctx) => chooseOwnCalendar(ctx, { staffId }))).ok).toBe(true);
    expect((await team(shop)).find(({ self }) => self)).toMatchObject({ role: "owner", staffId });
  });
});

describe("who runs the team and sees their own calendar only", () => {
  const granted = ["team.read", "team.write"];

  it("gives nobody a colleague's calendar, themselves least of all", async () => {
    const shop = await aShop().withStaff().withStaff();
    const [ana, ben] = shop.staff.map(({ id }) => id);
    const lead = await aTeamMember(shop, "staff", { staffId: ana, granted });
    const friend = await aTeamMember(shop, "staff");
    const as = lead.actor;
    const refused = { ok: false, reason: "forbidden" };
    const choose = (staffId = "") => shop.run((ctx) => chooseOwnCalendar(ctx, { staffId }), { as });
    const invite = (more: object) => {
      const input = InviteMemberInput.parse({ email: `${newId()}@example.com`, role: "staff", ...more });
      return shop.run((ctx) => inviteMember(ctx, input), { as });
    };
    expect(await choose(ben)).toMatchObject(refused);
    expect(await change(shop, friend, { staffId: ben }, as)).toMatchObject(refused);
    expect(await invite({ staffId: ben })).toMatchObject(refused);
    expect(await choose(ana)).toMatchObject({ ok: true });
    expect(await invite({})).toMatchObject({ ok: true });
    const sees = { ...as, granted: [...granted, "calendar.all"] };
    const given = shop.run((ctx) => chooseOwnCalendar(ctx, { staffId: ben ?? "" }), { as: sees });
    expect(await given).toMatchObject({ ok: true });
  });
});

describe("leaving the team", () => {
  it("ends at the next request, and the staff member stays with the appointments", async () => {
    const shop = await aShop();
    const [{ id: staffId }] = shop.staff;
    const member = await aTeamMember(shop, "staff", { staffId });
    await anAppointment(shop, { start: "2027-03-02T15:00:00Z" });
    const sessionId = await aSession(member);
    expect((await shop.run((ctx) => removeMember(ctx, member))).ok).toBe(true);
    expect(await identifyLogin(sessionId)).toMatchObject({ memberships: [] });
    const { rows } = await database.superuser.query(
      "SELECT s.archived_at, (SELECT count(*)::int FROM appointment WHERE staff_id = s.id) AS visits FROM staff s WHERE id = $1",
      [staffId],
    );
    expect(rows).toEqual([{ archived_at: null, visits: 1 }]);
  });

  it("is everybody's right but the last owner's", async () => {
    const shop = await aShop();
    const staff = await aTeamMember(shop, "staff");
    expect(await shop.run((ctx) => leaveBusiness(ctx))).toMatchObject({ reason: "wrongState" });
    expect((await shop.run((ctx) => leaveBusiness(ctx), { as: staff.actor })).ok).toBe(true);
    expect(await shop.run((ctx) => leaveBusiness(ctx), { as: staff.actor })).toMatchObject({
      reason: "forbidden",
    });
    expect(await team(shop)).toHaveLength(1);
  });

  it("leaves an owner, though two owners remove each other or leave at once", async () => {
    for (const attempt of [1, 2, 3]) {
      const shop = await aShop();
      const [first, second] = [await ownerOf(shop), await aTeamMember(shop, "owner")];
      await Promise.all(
        attempt === 1
          ? [leaving(shop, first), leaving(shop, second)]
          : [removing(shop, second, first), removing(shop, first, second)],
      );
      expect((await team(shop, { ...first.actor })).filter(({ role }) => role === "owner")).toHaveLength(1);
    }
  });

  const leaving = (shop: Shop, { actor }: BuiltMember) =>
    shop.run((ctx) => leaveBusiness(ctx), { as: actor });
  const removing = (shop: Shop, target: BuiltMember, { actor }: BuiltMember) =>
    shop.run((ctx) => removeMember(ctx, target), { as: actor });
});

describe("handing the business over", () => {
  async function signedIn({ userId }: { userId: string }): Promise<string> {
    return aSession({ userId });
  }

  const handOver = (shop: Shop, from: BuiltMember, to: { id: string }, sessionId: string, minutes = 0) =>
    transferOwnership(
      { tenantId: shop.tenantId, actor: from.actor, sessionId },
      { id: to.id },
      fixedClock(systemClock.now() + minutes * 60_000),
    );

  it("makes the member owner and the owner admin, after a fresh sign-in only", async () => {
    const shop = await aShop();
    const [owner, heir] = [
      await ownerOf(shop),
      await aTeamMember(shop, "staff", { granted: ["calendar.all"] }),
    ];
    const sessionId = await signedIn(owner);
    expect(await handOver(shop, owner, heir, sessionId, 11)).toMatchObject({
      reason: "invalid",
      details: { field: "currentPassword" },
    });
    expect((await handOver(shop, owner, heir, sessionId)).ok).toBe(true);
    expect([await roleOf(shop, heir), await roleOf(shop, owner)]).toEqual(["owner", "admin"]);
    expect(await handOver(shop, owner, heir, sessionId)).toMatchObject({ reason: "forbidden" });
  });

  it("is for owners, and for members", async () => {
    const shop = await aShop();
    const [owner, admin] = [await ownerOf(shop), await aTeamMember(shop, "admin")];
    expect(await handOver(shop, admin, admin, await signedIn(admin))).toMatchObject({ reason: "forbidden" });
    const sessionId = await signedIn(owner);
    const stranger = await aTeamMember(await aShop(), "admin");
    for (const to of [{ id: newId() }, stranger])
      expect(await handOver(shop, owner, to, sessionId)).toMatchObject({ reason: "notFound" });
    expect(await handOver(shop, owner, owner, sessionId)).toMatchObject({ reason: "invalid" });
  });

  it("happens once when it is asked for twice at the same time", async () => {
    const shop = await aShop();
    const [owner, one, two] = [
      await ownerOf(shop),
      await aTeamMember(shop, "admin"),
      await aTeamMember(shop, "admin"),
    ];
    const sessionId = await signedIn(owner);
    const outcomes = await Promise.all([
      handOver(shop, owner, one, sessionId),
      handOver(shop, owner, two, sessionId),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await team(shop)).filter(({ role }) => role === "owner")).toHaveLength(1);
  });
});
