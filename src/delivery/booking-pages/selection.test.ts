import { describe, expect, it } from "vitest";
import { heldToken, holdCookie } from "./hold-cookie.ts";
import { readSelection, withSelection } from "./selection.ts";

const staff = "0b1f3c9e-8a55-4a55-9a1f-2f1d8a6f0c11";

describe("a selection in an address", () => {
  it("reads back what it wrote", () => {
    const selection = {
      service: "haircut",
      staff,
      date: "2026-03-03",
      tz: "Europe/Berlin",
      choosingZone: false,
    };
    const query = new URL(`http://x${withSelection("/book", selection)}`).searchParams;
    expect(readSelection(query)).toMatchObject(selection);
  });

  it("takes what makes no sense as not chosen", () => {
    const query = new URLSearchParams(
      "service=a&staff=any&date=2027-02-29&month=2026-13&tz=Mars/Base&start=soon",
    );
    const { service: _, choosingZone: __, ...rest } = readSelection(query);
    expect(Object.values(rest).every((value) => value === undefined)).toBe(true);
  });

  it("prefers the pressed time to the hidden one before it", () => {
    const form = new URLSearchParams([
      ["start", "2026-03-03T14:00:00Z"],
      ["start", "2026-03-03T15:00:00Z"],
    ]);
    expect(readSelection(form).start).toBe("2026-03-03T15:00:00Z");
  });
});

describe("a class in an address", () => {
  const session = "3d594650-3436-4f4b-9c1c-1f1d8a6f0c22";

  it("keeps its session and seats, and one seat goes without saying", () => {
    const selection = { service: "yoga", start: "2026-03-03T14:00:00Z", session, seats: 3 };
    const query = new URL(`http://x${withSelection("/book", selection)}`).searchParams;
    expect(readSelection(query)).toMatchObject(selection);
    for (const seats of ["1", "0", "-2", "11", "2.5", "many"]) {
      expect(readSelection(new URLSearchParams({ service: "yoga", seats })).seats).toBeUndefined();
    }
  });

  it("takes the session from the pressed time, never the one that another time had", () => {
    const pressed = (value: string) =>
      readSelection(
        new URLSearchParams([
          ["start", "2026-03-03T14:00:00Z"],
          ["session", session],
          ["start", value],
        ]),
      );
    const other = "9f8b1c9e-8a55-4a55-9a1f-2f1d8a6f0c33";
    expect(pressed(`2026-03-03T15:00:00Z~${other}`)).toMatchObject({ session: other });
    expect(pressed("2026-03-03T15:00:00Z").session).toBeUndefined();
  });
});

describe("the cookie of the hold", () => {
  const token = "abcdefghijklmnopqrstuvwx";

  it("reads back its token among others, and nothing that is no token", () => {
    const cookie = holdCookie(token, { base: "/shop", secure: true });
    expect(cookie).toContain("Path=/shop; ");
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
    expect(heldToken(`a=b; ${cookie.split(";")[0]}; c=d`)).toBe(token);
    expect(heldToken("slotkeeper-hold=short")).toBeUndefined();
    expect(heldToken("")).toBeUndefined();
  });

  it("is forgotten by an empty token", () => {
    expect(holdCookie("", { base: "", secure: false })).toContain("Path=/; Max-Age=0");
  });
});
