import { describe, expect, it } from "vitest";
import { routeHost } from "./route-host.ts";

const deployed = { appHost: "app.example.com", bookingDomain: "book.example.com" };
const onThisMachine = { appHost: "localhost", bookingDomain: "localhost" };

const site = (slug: string, base: string, path: string) => ({ kind: "site", slug, base, path });
const app = { kind: "app" };
const nowhere = { kind: "nowhere" };

describe("where a host and a path lead", () => {
  it.each([
    ["localhost:3000", "/", app],
    ["localhost:3000", "/dashboard/calendar", app],
    ["LOCALHOST:3001", "/sign-in", app],
    ["127.0.0.1:3000", "/sign-in", app],
    ["[::1]:3000", "/sign-in", app],
    ["localhost", "/api/auth/session", app],
    ["localhost:3000", "/harbor", site("harbor", "/harbor", "/")],
    ["localhost:3000", "/harbor/book/details", site("harbor", "/harbor", "/book/details")],
    ["harbor.localhost:3000", "/", site("harbor", "", "/")],
    ["Harbor.Localhost:8080", "/manage/abc", site("harbor", "", "/manage/abc")],
    ["harbor.localhost.", "/book", site("harbor", "", "/book")],
    ["harbor.localhost:3000", "/sites/other", site("harbor", "", "/sites/other")],
    ["harbor.localhost:3000", "/dashboard", site("harbor", "", "/dashboard")],
    ["localhost:3000", "/sites/harbor", nowhere],
    ["localhost:3000", "/sites", nowhere],
    ["localhost:3000", "/%73ites/harbor", nowhere],
    ["localhost:3000", "//sites/harbor", app],
    ["localhost:3000", "/.env", nowhere],
    ["dashboard.localhost:3000", "/", nowhere],
    ["a.b.localhost:3000", "/", nowhere],
    [".localhost:3000", "/", nowhere],
    [null, "/", nowhere],
    ["", "/", nowhere],
    ["evil", "/", nowhere],
    ["evil.com@localhost", "/", nowhere],
    ["localhost.evil.com", "/", { kind: "ownDomain", host: "localhost.evil.com", path: "/" }],
    ["salon.example:443", "/book", { kind: "ownDomain", host: "salon.example", path: "/book" }],
  ])("on one's own machine, %s%s", (host, path, expected) => {
    expect(routeHost(host, path, onThisMachine)).toEqual(expected);
  });

  it.each([
    ["app.example.com", "/sign-in", app],
    ["app.example.com", "/harbor", site("harbor", "/harbor", "/")],
    ["harbor.book.example.com", "/", site("harbor", "", "/")],
    ["book.example.com", "/", { kind: "ownDomain", host: "book.example.com", path: "/" }],
    ["localhost", "/", nowhere],
    ["127.0.0.1", "/sign-in", { kind: "ownDomain", host: "127.0.0.1", path: "/sign-in" }],
  ])("when deployed, %s%s", (host, path, expected) => {
    expect(routeHost(host, path, deployed)).toEqual(expected);
  });
});
