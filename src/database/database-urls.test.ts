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

  it("let the job worker act as the queue's owner", () => {
    const given = { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_JOBS_URL: jobs };
    expect(outsideDatabaseUrls(given)).toEqual({ app, owner, jobs: jobs + acting });
  });

  it("keep a role and other options that an address names already", () => {
    expect(withRole(jobs + acting, "other")).toBe(jobs + acting);
    expect(withRole(`${jobs}?options=-c+jit%3Doff`, "r")).toBe(`${jobs}?options=-c+jit%3Doff+-c+role%3Dr`);
  });

  it("are wanted for all three logins, and the missing ones are named", () => {
    expect(() => outsideDatabaseUrls({ DATABASE_URL: app })).toThrow(
      "DATABASE_OWNER_URL and DATABASE_JOBS_URL must be set too",
    );
    expect(() =>
      outsideDatabaseUrls({ DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_JOBS_URL: "" }),
    ).toThrow("DATABASE_JOBS_URL must be set too");
  });
});
