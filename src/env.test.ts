import { describe, expect, it } from "vitest";
import { parseEnvironment } from "./env.ts";

describe("the environment", () => {
  it("has defaults that work on a laptop", () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      BOOKING_DOMAIN: "localhost",
      DATA_DIR: ".data",
      ROLE: "all",
      DEMO: true,
    });
  });

  it("takes an empty string for unset", () => {
    expect(parseEnvironment({ PORT: "", RESEND_API_KEY: " " })).toMatchObject({ PORT: 3000 });
    expect(parseEnvironment({ RESEND_API_KEY: "" }).RESEND_API_KEY).toBeUndefined();
  });

  it("shows no demo once it has an address or a database of its own", () => {
    expect(parseEnvironment({ APP_URL: "https://book.example" }).DEMO).toBe(false);
    expect(parseEnvironment({ DATABASE_URL: "postgresql://a:b@c/d" }).DEMO).toBe(false);
    expect(parseEnvironment({ APP_URL: "https://book.example", DEMO: "yes" }).DEMO).toBe(true);
  });

  it("drops the slash at the end of an address", () => {
    expect(parseEnvironment({ APP_URL: "https://book.example/" }).APP_URL).toBe("https://book.example");
  });

  it.each([
    ["PORT", "seventy"],
    ["PORT", "70000"],
    ["APP_URL", "book.example"],
    ["BOOKING_DOMAIN", "https://book.example"],
    ["DATABASE_URL", "mysql://a:b@c/d"],
    ["AUTH_SECRET", "short"],
    ["ENCRYPTION_KEYS", "bm90IDMyIGJ5dGVz"],
    ["SMTP_URL", "mail.example"],
    ["TRUSTED_PROXIES", "10.0.0.0/40"],
    ["ROLE", "everything"],
    ["DEMO", "maybe"],
  ])("names %s when it is %s", (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(`  ${name}: `);
  });

  it("names every wrong variable at once, and never shows a secret", () => {
    const parse = () => parseEnvironment({ PORT: "x", AUTH_SECRET: "hunter2", DATABASE_URL: "hunter3" });
    for (const name of ["PORT", "AUTH_SECRET", "DATABASE_URL"]) expect(parse).toThrow(`  ${name}: `);
    expect(parse).not.toThrow(/hunter/);
  });

  it("wants both halves of Google's sign-in", () => {
    expect(() => parseEnvironment({ GOOGLE_CLIENT_ID: "id" })).toThrow("must be set together");
  });

  it("wants both halves of Stripe, and says what they look like", () => {
    expect(() => parseEnvironment({ STRIPE_SECRET_KEY: "sk_test_1" })).toThrow("must be set together");
    expect(() => parseEnvironment({ STRIPE_WEBHOOK_SECRET: "whsec_1" })).toThrow("must be set together");
    expect(() => parseEnvironment({ STRIPE_SECRET_KEY: "pk_test_1" })).toThrow(
      "expected a secret key of Stripe",
    );
  });

  it("throws only when a variable that is needed at run time is read unset", () => {
    const environment = parseEnvironment({});
    expect(() => environment.DATABASE_URL).toThrow("DATABASE_URL is not set");
    expect(() => environment.AUTH_SECRET).toThrow("AUTH_SECRET is not set");
    expect(() => environment.ENCRYPTION_KEYS).toThrow("ENCRYPTION_KEYS is not set");
  });

  it("reads several encryption keys, and one under its old name", () => {
    const [first, second] = ["a", "b"].map((letter) => Buffer.alloc(32, letter).toString("base64"));
    expect(parseEnvironment({ ENCRYPTION_KEYS: `${first}, ${second}` }).ENCRYPTION_KEYS).toEqual([
      first,
      second,
    ]);
    expect(parseEnvironment({ ENCRYPTION_KEY: first }).ENCRYPTION_KEYS).toEqual([first]);
  });

  it("limits public requests unless it is a demo, or a number says otherwise", () => {
    expect(parseEnvironment({ DEMO: "false" }).RATE_LIMIT_PER_MINUTE).toBe(600);
    expect(parseEnvironment({}).RATE_LIMIT_PER_MINUTE).toBe(0);
    expect(parseEnvironment({ RATE_LIMIT_PER_MINUTE: "30" }).RATE_LIMIT_PER_MINUTE).toBe(30);
    expect(() => parseEnvironment({ RATE_LIMIT_PER_MINUTE: "-1" })).toThrow("  RATE_LIMIT_PER_MINUTE: ");
  });
});
