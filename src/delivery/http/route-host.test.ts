import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBusinessSlug } from "#modules/tenants/rules/reserved-slugs.ts";
import { routeHost } from "./route-host.ts";

const deployed = { appHost: "app.example.com", bookingDomain: "book.example.com" };
const onThisMachine = { appHost: "localhost", bookingDomain: "localhost" };

const site = (slug: string, base: string, path: string) => ({
  kind: "pages",
  way: base ? "path" : "subdomain",
  slug,
  base,
  path,
});
const added = (host: string, path: string) => ({ kind: "addedHost", host, path });
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
    ["a.b.localhost:3000", "/", added("a.b.localhost", "/")],
    [".localhost:3000", "/", nowhere],
    [null, "/", nowhere],
    ["", "/", nowhere],
    ["evil", "/", nowhere],
    ["evil.com@localhost", "/", nowhere],
    ["localhost.evil.com", "/", added("localhost.evil.com", "/")],
    ["salon.example:443", "/book", added("salon.example", "/book")],
  ])("on one's own machine, %s%s", (host, path, expected) => {
    expect(routeHost(host, path, onThisMachine)).toEqual(expected);
  });

  it.each([
    ["app.example.com", "/sign-in", app],
    ["app.example.com", "/harbor", site("harbor", "/harbor", "/")],
    ["harbor.book.example.com", "/", site("harbor", "", "/")],
    ["book.example.com", "/", added("book.example.com", "/")],
    ["localhost", "/", nowhere],
    ["127.0.0.1", "/sign-in", added("127.0.0.1", "/sign-in")],
  ])("when deployed, %s%s", (host, path, expected) => {
    expect(routeHost(host, path, deployed)).toEqual(expected);
  });
});

describe("whatever is sent as a host and a path", () => {
  const labels = fc.constantFrom(
    "localhost",
    "harbor",
    "book",
    "dashboard",
    "example",
    "com",
    "app",
    "sites",
    "xn--a",
  );
  const hosts = fc.oneof(
    fc.string(),
    fc.array(labels, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(".")),
    fc
      .tuple(fc.array(labels, { minLength: 1, maxLength: 4 }), fc.nat(70_000))
      .map(([parts, port]) => `${parts.join(".")}:${port}`),
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
  );
  const paths = fc
    .array(fc.oneof(fc.string(), labels), { maxLength: 5 })
    .map((parts) => `/${parts.join("/")}`);
  const settings = fc.constantFrom(deployed, onThisMachine);

  it("never leads to the internal pages, nor to an address that no business can have", () => {
    fc.assert(
      fc.property(hosts, paths, settings, (host, path, installation) => {
        const destination = routeHost(host, path, installation);
        if (destination.kind === "pages") expect(isBusinessSlug(destination.slug)).toBe(true);
        const internal = path === "/sites" || path.startsWith("/sites/");
        if (internal) expect(destination.kind).not.toBe("app");
      }),
    );
  });

  it("is the installation itself only on its own host", () => {
    fc.assert(
      fc.property(hosts, paths, (host, path) => {
        const name = host.toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");
        const { kind } = routeHost(host, path, deployed);
        if (kind === "app") expect(name).toBe(deployed.appHost);
      }),
    );
  });

  it("keeps the path below the base, so that links lead back to where they stand", () => {
    fc.assert(
      fc.property(hosts, paths, settings, (host, path, installation) => {
        const destination = routeHost(host, path, installation);
        if (destination.kind !== "pages") return;
        const whole = destination.base + destination.path;
        expect([path, `${path}/`]).toContain(whole);
      }),
    );
  });

  it("does not depend on the port, the case or the dot at the end", () => {
    fc.assert(
      fc.property(
        fc.array(labels, { minLength: 1, maxLength: 4 }),
        paths,
        settings,
        (parts, path, installation) => {
          const plain = routeHost(parts.join("."), path, installation);
          for (const written of [
            `${parts.join(".")}:8443`,
            `${parts.join(".")}.`,
            parts.join(".").toUpperCase(),
          ]) {
            expect(routeHost(written, path, installation)).toEqual(plain);
          }
        },
      ),
    );
  });
});
