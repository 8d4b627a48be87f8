import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { mintLoginLink } from "#modules/accounts/mint-login-link.ts";
import { aLogin } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { sessionCookie, sessionIdOf } from "./session-cookie.ts";
import { postLink } from "./sign-in-forms.ts";
import { postGoogleSignUp, postSignUp, postSignUpLink } from "./sign-up-forms.ts";

const database = useDatabase();

const anAddress = () => `new-${newId()}@example.com`;

function form(path: string, fields: Record<string, string>): Request {
  return new Request(`http://localhost:3000${path}`, {
    method: "POST",
    headers: { host: "localhost:3000", "x-client-address": newId() },
    body: new URLSearchParams(fields),
  });
}

async function linkFor(email: string) {
  const link = await withPlatform((ctx) => mintLoginLink(ctx, { email, purpose: "sign_up" }));
  if (!link.ok) throw new Error(link.message);
  const { kind, url } = link.value;
  return { kind, path: new URL(url).pathname, token: new URL(url).searchParams.get("token") ?? "" };
}

async function loginIn(response: Response) {
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${sessionCookie.name}=`));
  const sessionId = await sessionIdOf(cookie?.split(";")[0]?.split("=")[1]);
  return sessionId === null ? undefined : (await identifyLogin(sessionId))?.login;
}

const useLink = (token: string, name = "") => postSignUpLink(form("/sign-up/use-link", { token, name }));

describe("asking to sign up", () => {
  it("is answered alike for an address with a login and one without, and nothing is made yet", async () => {
    const [{ email: known }, unknown] = [await aLogin(), anAddress()];
    const answers = await Promise.all(
      [known, unknown].map(async (email) => {
        const { status, headers } = await postSignUp(form("/sign-up/send-link", { email }));
        return { status, location: headers.get("location") };
      }),
    );
    expect(answers).toEqual(Array(2).fill({ status: 303, location: "/sign-up?sent=1" }));
    const { rows } = await database.superuser.query("SELECT id FROM users WHERE email = $1", [unknown]);
    expect(rows).toEqual([]);
  });

  it("says when it is no address, and keeps what was typed", async () => {
    const response = await postSignUp(form("/sign-up/send-link", { email: "ada at example" }));
    expect(response.headers.get("location")).toBe("/sign-up?problem=email");
    expect(response.headers.getSetCookie().join()).toContain(
      "typed-email=ada%20at%20example; Path=/sign-up;",
    );
  });
});

describe("the link of the letter", () => {
  it("makes the login, with the name that was given, and signs in, once", async () => {
    const email = anAddress();
    const { kind, path, token } = await linkFor(email.toUpperCase());
    expect({ kind, path }).toEqual({ kind: "signUp", path: "/sign-up/link" });
    const first = await useLink(token, "  Ada   Lovelace ");
    expect(first.headers.get("location")).toBe("/dashboard");
    expect(await loginIn(first)).toMatchObject({ email, name: "Ada Lovelace" });
    const second = await useLink(token);
    expect(second.headers.get("location")).toBe("/sign-up?problem=notFound");
    expect(await loginIn(second)).toBeUndefined();
  });

  it("calls the login by the part of the address before the @ when no name was given", async () => {
    const email = anAddress();
    const { token } = await linkFor(email);
    expect((await loginIn(await useLink(token)))?.name).toBe(email.split("@")[0]);
  });

  it("makes no second login, and keeps the name of the first", async () => {
    const email = anAddress();
    const { token } = await linkFor(email);
    const { rows } = await database.superuser.query(
      "INSERT INTO users (id, email, name) VALUES ($1, $2, 'First') RETURNING id",
      [newId(), email],
    );
    expect(await loginIn(await useLink(token, "Second"))).toMatchObject({
      userId: rows[0].id,
      name: "First",
    });
  });

  it("signs in who has a login already, by the page for that", async () => {
    const { email, userId } = await aLogin();
    const { kind, path, token } = await linkFor(email);
    expect({ kind, path }).toEqual({ kind: "alreadyHere", path: "/sign-in/link" });
    expect((await useLink(token)).headers.get("location")).toBe("/sign-up?problem=notFound");
    const response = await postLink(form("/sign-in/use-link", { token }));
    expect((await loginIn(response))?.userId).toBe(userId);
  });

  it("does not sign up by the form for signing in", async () => {
    const email = anAddress();
    const { token } = await linkFor(email);
    const response = await postLink(form("/sign-in/use-link", { token }));
    expect(response.headers.get("location")).toBe("/sign-in?problem=notFound");
  });

  it("is sent to no address whose login is disabled", async () => {
    const { email } = await aLogin({ disabled: true });
    await expect(linkFor(email)).rejects.toThrow();
  });
});

describe("signing up with Google", () => {
  it("leads back to the page while Google is not configured", async () => {
    const response = await postGoogleSignUp(form("/sign-up/google", {}));
    expect(response.headers.get("location")).toBe("/sign-up");
  });
});
