import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { inviteMember } from "#modules/team/invite-member.ts";
import { mintInvitation } from "#modules/team/mint-invitation.ts";
import { aLogin } from "#testing/builders/login.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { enterAs } from "./enter-as.ts";
import { postJoin, postJoinSwitch } from "./join-forms.ts";
import { businessCookie, sessionCookie, sessionIdOf } from "./session-cookie.ts";

const database = useDatabase();

/** The button of the page, as a browser with these cookies presses it. */
function pressed(fields: Record<string, string>, cookie = ""): Request {
  return new Request("http://localhost:3000/join/accept", {
    method: "POST",
    headers: {
      host: "localhost:3000",
      "content-type": "application/x-www-form-urlencoded",
      "x-client-address": newId(),
      cookie,
    },
    body: new URLSearchParams(fields),
  });
}

function cookieIn(response: Response, name: string): string {
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${name}=`));
  return cookie?.split(";")[0] ?? "";
}

const loginOf = async (response: Response) =>
  identifyLogin((await sessionIdOf(cookieIn(response, sessionCookie.name).split("=")[1])) ?? "");

const signedIn = async (userId: string) =>
  cookieIn(await enterAs(pressed({}), { userId }), sessionCookie.name);

async function invitationTo(shop: Shop, email: string): Promise<string> {
  const input = { email, role: "staff" as const, granted: [], denied: [] };
  const token = await shop.run(async (ctx) => {
    const invited = await inviteMember(ctx, input);
    const minted = invited.ok ? await mintInvitation(ctx, invited.value) : null;
    return minted?.ok ? new URL(minted.value.url).searchParams.get("token") : null;
  });
  return token ?? "";
}

describe("the button of an invitation", () => {
  it("makes the login, signs it in, and opens the business that invited", async () => {
    const shop = await aShop();
    const email = `${newId()}@example.com`;
    const token = await invitationTo(shop, email);
    const response = await postJoin(pressed({ token, name: " Nora New " }));
    expect(response.headers.get("location")).toBe("/dashboard");
    expect(cookieIn(response, businessCookie)).toBe(`${businessCookie}=${shop.tenantId}`);
    expect(await loginOf(response)).toMatchObject({
      login: { email, name: "Nora New" },
      memberships: [{ tenantId: shop.tenantId, role: "staff" }],
    });
    const again = await postJoin(pressed({ token, name: "Nora New" }));
    expect(again.headers.get("location")).toBe(`/join?token=${token}&problem=wrongState`);
    expect(await loginOf(again)).toBeNull();
  });

  it("asks for a name before the invitation is used up", async () => {
    const token = await invitationTo(await aShop(), `${newId()}@example.com`);
    const response = await postJoin(pressed({ token, name: "  " }));
    expect(response.headers.get("location")).toBe(`/join?token=${token}&problem=name`);
    expect((await postJoin(pressed({ token, name: "Nora" }))).headers.get("location")).toBe("/dashboard");
  });

  it("joins whoever is signed in with that address, in the session they have", async () => {
    const [shop, login] = [await aShop(), await aLogin({ password: null })];
    const cookie = await signedIn(login.userId);
    const response = await postJoin(pressed({ token: await invitationTo(shop, login.email) }, cookie));
    expect(response.headers.get("location")).toBe("/dashboard");
    expect(cookieIn(response, sessionCookie.name)).toBe("");
    const sessionId = (await sessionIdOf(cookie.split("=")[1])) ?? "";
    expect((await identifyLogin(sessionId))?.memberships).toMatchObject([{ tenantId: shop.tenantId }]);
  });

  it("does nothing for somebody else who is signed in, and offers to change that", async () => {
    const [shop, login, other] = [await aShop(), await aLogin(), await aLogin()];
    const cookie = await signedIn(other.userId);
    const token = await invitationTo(shop, login.email);
    const refused = await postJoin(pressed({ token }, cookie));
    expect(refused.headers.get("location")).toBe(`/join?token=${token}&problem=forbidden`);
    const { rows } = await database.superuser.query("SELECT role FROM membership WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    expect(rows).toEqual([{ role: "owner" }]);
    const switched = await postJoinSwitch(pressed({ token }, cookie));
    expect(switched.headers.get("location")).toBe(`/join?token=${token}`);
    expect(await identifyLogin((await sessionIdOf(cookie.split("=")[1])) ?? "")).toBeNull();
    expect((await postJoin(pressed({ token }))).headers.get("location")).toBe("/dashboard");
  });

  it("leads to the page that explains what is wrong with anything that is no token", async () => {
    for (const token of ["", "x", "' OR true --", "a".repeat(500)])
      expect((await postJoin(pressed({ token }))).headers.get("location")).toBe("/join");
    const unknown = "a".repeat(43);
    expect((await postJoin(pressed({ token: unknown, name: "Eve" }))).headers.get("location")).toBe(
      `/join?token=${unknown}&problem=notFound`,
    );
  });
});
