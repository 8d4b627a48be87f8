import { describe, expect, it } from "vitest";
import { databaseUrl, outsideDatabaseUrls, withRole } from "./database-urls.ts";

const app = "postgresql://slotkeeper_web:a@db.example/booking";
const owner = "postgresql://slotkeeper_owner:b@db.example/booking";
const jobs = "postgresql://slotkeeper_worker:c@db.example/booking";
const acting = "?options=-c+role%3Dslotkeeper_jobs";

describe("database addresses", () => {
  it("keep passwords with signs of their own", () => {
    const parts = {
      host: "127.0.0.1",
      port: 5432,
      user: "web",
      password: "a/b:c@d?e",
      database: "slot keeper",
    };
    const url = new URL(databaseUrl(parts));
    expect([decodeURIComponent(url.password), decodeURIComponent(url.pathname)]).toEqual([
      "a/b:c@d?e",
      "/slot keeper",
    ]);
  });

  it("let the job worker act as the queue's owner, by a login of its own or by the owner's", () => {
    const given = { DATABASE_URL: app, DATABASE_OWNER_URL: owner };
    expect(outsideDatabaseUrls({ ...given, DATABASE_JOBS_URL: jobs }).jobs).toBe(jobs + acting);
    expect(outsideDatabaseUrls({ ...given, DATABASE_JOBS_URL: "" }).jobs).toBe(owner + acting);
  });

  it("keep a role and other options that an address names already", () => {
    expect(withRole(jobs + acting, "other")).toBe(jobs + acting);
    expect(withRole(`${jobs}?options=-c+jit%3Doff`, "r")).toBe(`${jobs}?options=-c+jit%3Doff+-c+role%3Dr`);
  });

  it("need the owner's login too, for migrations", () => {
    expect(() => outsideDatabaseUrls({ DATABASE_URL: app })).toThrow("DATABASE_OWNER_URL must be too");
  });
});
