import { describe, expect, it } from "vitest";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { aLogin } from "#testing/builders/login.ts";
import { aTeamMember } from "#testing/builders/member.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { inviteMember } from "./invite-member.ts";
import { listTeam } from "./list-team.ts";
import { mintInvitation } from "./mint-invitation.ts";
import { readInvitation } from "./read-invitation.ts";
import { resendInvitation } from "./resend-invitation.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { type InviteMemberInput, InviteMemberInput as InviteSchema } from "./schema.ts";

const days = 24 * 60 * 60 * 1000;
const later = (ms: number) => fixedClock(systemClock.now() + ms);

describe("inviting somebody to the team", () => {
  const database = useDatabase();

  const anAddress = () => `guest-${newId()}@example.com`;
  const invite = (shop: Shop, input: Partial<InviteMemberInput>) =>
    shop.run((ctx) => inviteMember(ctx, InviteSchema.parse({ role: "staff", email: anAddress(), ...input })));

  async function invited(shop: Shop, input: Partial<InviteMemberInput> = {}) {
    const email = input.email ?? anAddress();
    const result = await invite(shop, { ...input, email });
    if (!result.ok) throw new Error(result.message);
    return { id: result.value.id, email, token: await tokenOf(shop, result.value.id) };
  }

  async function tokenOf(shop: Shop, id: string): Promise<string> {
    const minted = await shop.run((ctx) => mintInvitation(ctx, { id }));
    if (!minted.ok) throw new Error(minted.message);
    return new URL(minted.value.url).searchParams.get("token") ?? "";
  }

  const accept = (token: string, clock = systemClock) =>
    acceptInvitation({ token, signedIn: null, name: "Nora New" }, clock);

  async function rows(statement: string, values: unknown[]) {
    return (await database.superuser.query(statement, values)).rows;
  }

  const membershipsOf = (shop: Shop, email: string) =>
    rows(
      `SELECT m.role, m.staff_id, m.granted_rights, m.denied_rights FROM membership m JOIN users u ON u.id = m.user_id
       WHERE m.tenant_id = $1 AND u.email = $2`,
      [shop.tenantId, email],
    );

  it("makes the login, the membership and the calendar that were meant, and says so in the trail", async () => {
    const shop = await aShop();
    const [{ id: staffId }] = shop.staff;
    const { token, email } = await invited(shop, { staffId, granted: ["calendar.all"] });
    expect(await readInvitation({ token })).toMatchObject({
      ok: true,
      value: { state: "open", email, role: "staff", businessName: "Test shop", hasLogin: false },
    });
    expect(await accept(token)).toMatchObject({ ok: true, value: { email, name: "Nora New" } });
    expect(await membershipsOf(shop, email)).toEqual([
      { role: "staff", staff_id: staffId, granted_rights: ["calendar.all"], denied_rights: [] },
    ]);
    const events = await rows(
      "SELECT type, actor_kind, payload->>'email' AS email FROM event WHERE tenant_id = $1 AND type LIKE 'team.%' ORDER BY at",
      [shop.tenantId],
    );
    expect(events).toEqual([
      { type: "team.invited", actor_kind: "member", email },
      { type: "team.joined", actor_kind: "member", email },
    ]);
  });

  it("keeps no secret before the letter is sent, and only its hash afterwards", async () => {
    const shop = await aShop();
    const result = await invite(shop, {});
    const id = result.ok ? result.value.id : "";
    const stored = async () =>
      (await rows("SELECT token_hash FROM invitation WHERE id = $1", [id]))[0]?.token_hash;
    expect(await stored()).toBeNull();
    const token = await tokenOf(shop, id);
    expect(await stored()).toMatch(/^[0-9a-f]{64}$/);
    expect(await stored()).not.toContain(token);
  });

  it("makes a staff member for the login, for which the plan must have room", async () => {
    const shop = await aShop();
    const { email, token } = await invited(shop, { newStaffName: "Nora New" });
    await accept(token);
    const [member] = await membershipsOf(shop, email);
    expect(await rows("SELECT name, email FROM staff WHERE id = $1", [member?.staff_id])).toEqual([
      { name: "Nora New", email },
    ]);
    await rows(
      "INSERT INTO subscription (tenant_id, id, plan_id, billed_by, status, updated_at) VALUES ($1, $2, 'standalone-free', 'platform', 'active', now())",
      [shop.tenantId, newId()],
    );
    expect(await invite(shop, { newStaffName: "One too many" })).toMatchObject({ reason: "planLimit" });
    expect((await invite(shop, {})).ok).toBe(true);
  });

  it("is done once: the link of a letter is used up, and of two at once one joins", async () => {
    const shop = await aShop();
    const { token, email } = await invited(shop);
    const outcomes = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await membershipsOf(shop, email)).toHaveLength(1);
    expect(await accept(token)).toMatchObject({ ok: false, reason: "wrongState" });
    expect(await readInvitation({ token })).toMatchObject({ value: { state: "accepted" } });
  });

  it("ends after seven days, and when it is taken back", async () => {
    const shop = await aShop();
    const late = await invited(shop);
    expect(await accept(late.token, later(7 * days + 1000))).toMatchObject({ reason: "wrongState" });
    expect(await readInvitation(late, later(7 * days + 1000))).toMatchObject({ value: { state: "expired" } });
    const back = await invited(shop);
    await shop.run((ctx) => revokeInvitation(ctx, back));
    expect(await accept(back.token)).toMatchObject({ reason: "wrongState" });
    expect(await readInvitation(back)).toMatchObject({ value: { state: "revoked" } });
    expect(await membershipsOf(shop, back.email)).toEqual([]);
    expect(await shop.run((ctx) => revokeInvitation(ctx, back))).toMatchObject({ reason: "notFound" });
  });

  it("is sent again with another link, not more than once a minute", async () => {
    const shop = await aShop();
    const { id, token } = await invited(shop);
    const resend = (ms: number) => shop.run((ctx) => resendInvitation(ctx, { id }), { at: later(ms) });
    expect(await resend(1000)).toMatchObject({ reason: "rateLimited" });
    expect((await resend(2 * 60_000)).ok).toBe(true);
    expect(await readInvitation({ token })).toMatchObject({ reason: "notFound" });
    const second = await tokenOf(shop, id);
    expect(await accept(token)).toMatchObject({ reason: "notFound" });
    expect((await accept(second)).ok).toBe(true);
    expect(await resend(10 * 60_000)).toMatchObject({ reason: "notFound" });
  });

  it("is refused for members and for those who were invited, until that ran out", async () => {
    const shop = await aShop();
    const member = await aTeamMember(shop, "staff");
    expect(await invite(shop, { email: member.email })).toMatchObject({ reason: "inUse" });
    const { email } = await invited(shop);
    expect(await invite(shop, { email: email.toUpperCase() })).toMatchObject({ reason: "inUse" });
    const again = InviteSchema.parse({ role: "admin", email });
    expect(await shop.run((ctx) => inviteMember(ctx, again), { at: later(8 * days) })).toMatchObject({
      ok: true,
    });
    const both = [anAddress()].flatMap((address) => [address, address]);
    const outcomes = await Promise.all(both.map((address) => invite(shop, { email: address })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("sends no more than five letters to one address in a day, and fifty in an hour", async () => {
    const shop = await aShop();
    const email = anAddress();
    for (const _again of [1, 2, 3, 4, 5]) {
      const { id } = await invited(shop, { email });
      await shop.run((ctx) => revokeInvitation(ctx, { id }));
    }
    expect(await invite(shop, { email })).toMatchObject({ reason: "rateLimited" });
    await rows(
      "INSERT INTO invitation (tenant_id, id, email, role, expires_at) SELECT $1, gen_random_uuid(), n || '@example.com', 'staff', now() + interval '1 day' FROM generate_series(1, 45) n",
      [shop.tenantId],
    );
    expect(await invite(shop, {})).toMatchObject({ reason: "rateLimited" });
  });

  it("joins whoever is signed in with that address, and nobody else", async () => {
    const shop = await aShop();
    const [login, other] = [await aLogin({ password: null }), await aLogin({ password: null })];
    const { token } = await invited(shop, { email: login.email, role: "admin" });
    expect(await acceptInvitation({ token, signedIn: other, name: "" })).toMatchObject({
      reason: "forbidden",
    });
    expect(await readInvitation({ token })).toMatchObject({ value: { state: "open", hasLogin: true } });
    expect(await acceptInvitation({ token, signedIn: login, name: "" })).toMatchObject({
      value: { userId: login.userId, name: "Ada" },
    });
    expect(await membershipsOf(shop, login.email)).toMatchObject([{ role: "admin" }]);
  });

  it("leaves somebody who became a member meanwhile what they are", async () => {
    const shop = await aShop();
    const { token, email } = await invited(shop, { role: "admin" });
    const member = await aTeamMember(shop, "staff");
    await rows("UPDATE users SET email = $2 WHERE id = $1", [member.userId, email]);
    expect((await accept(token)).ok).toBe(true);
    expect(await membershipsOf(shop, email)).toMatchObject([{ role: "staff" }]);
  });

  it("does not bring back a login that was disabled", async () => {
    const shop = await aShop();
    const login = await aLogin({ password: null, disabled: true });
    const { token } = await invited(shop, { email: login.email });
    expect(await accept(token)).toMatchObject({ reason: "forbidden" });
    expect(await readInvitation({ token })).toMatchObject({ value: { state: "open" } });
  });

  it("offers nobody's calendar twice, and none of another business", async () => {
    const [shop, other] = [await aShop().withStaff().withStaff(), await aShop()];
    const [{ id: staffId }] = shop.staff;
    await aTeamMember(shop, "staff", { staffId });
    expect(await invite(shop, { staffId })).toMatchObject({ reason: "inUse" });
    expect(await invite(shop, { staffId: other.staff[0].id })).toMatchObject({ reason: "notFound" });
  });

  it("is for those who run the team, and gives nothing that they have not", async () => {
    const shop = await aShop();
    const staff = await aTeamMember(shop, "staff", { granted: ["team.read", "team.write"] });
    const admin = await aTeamMember(shop, "admin", { denied: ["customers.read"] });
    const by = (as: typeof staff.actor, input: object) =>
      shop.run((ctx) => inviteMember(ctx, InviteSchema.parse({ email: anAddress(), ...input })), { as });
    expect(await by((await aTeamMember(shop, "staff")).actor, { role: "staff" })).toMatchObject({
      reason: "forbidden",
    });
    expect((await by(staff.actor, { role: "staff" })).ok).toBe(true);
    expect(await by(staff.actor, { role: "admin" })).toMatchObject({ reason: "forbidden" });
    expect(await by(staff.actor, { role: "staff", granted: ["calendar.all"] })).toMatchObject({
      reason: "forbidden",
    });
    expect(await by(admin.actor, { role: "admin" })).toMatchObject({ reason: "forbidden" });
    expect((await by(admin.actor, { role: "admin", denied: ["customers.read"] })).ok).toBe(true);
    const team = await shop.run((ctx) => listTeam(ctx));
    expect(team.ok && team.value.invitations).toHaveLength(2);
  });
});
