import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { resolveTenant } from "#modules/tenants/resolve-tenant.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addDomain } from "./add-domain.ts";
import { checkDomain } from "./check-domain.ts";
import { isServedHost } from "./is-served-host.ts";
import { listDueDomains } from "./list-due-domains.ts";
import type { Certificate, DomainServices } from "./ports.ts";
import { preferDomain } from "./prefer-domain.ts";
import { readAddresses } from "./read-addresses.ts";
import { removeDomain } from "./remove-domain.ts";
import { AddDomainInput } from "./schema.ts";

const database = useDatabase();
const day = 86_400_000;

/** Name servers that say what is in `texts`; a provider of certificates that remembers what it was asked. */
function services(certificate: Partial<Certificate> = {}) {
  const texts = new Map<string, string[] | null>();
  const asked: string[] = [];
  const whole: Certificate = { providerId: null, status: null, records: [], problem: null, ...certificate };
  const fake: DomainServices = {
    names: {
      texts: async (name) => (texts.has(name) ? (texts.get(name) ?? null) : []),
      alias: async () => "localhost",
      addresses: async () => [],
    },
    certificates: {
      async create(host) {
        asked.push(`create ${host}`);
        return whole;
      },
      async read(id) {
        asked.push(`read ${id}`);
        return whole;
      },
      async remove(id) {
        asked.push(`remove ${id}`);
      },
    },
  };
  return { ...fake, texts, asked };
}

type Fake = ReturnType<typeof services>;

async function added(shop: Shop, host: string, kind: "custom" | "site" = "custom"): Promise<string> {
  const result = await shop.run((ctx) => addDomain(ctx, AddDomainInput.parse({ host, kind })));
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}

async function tokenOf(id: string): Promise<string> {
  const { rows } = await database.superuser.query("SELECT token FROM domain WHERE id = $1", [id]);
  return rows[0].token;
}

async function prove(id: string, host: string, { texts }: Fake): Promise<void> {
  texts.set(`_slotkeeper.${host}`, [await tokenOf(id)]);
}

const scopeOf = ({ tenantId, owner }: Shop, at = systemClock.now()) => ({
  tenantId,
  actor: owner,
  clock: fixedClock(at),
});
const jobOf = ({ tenantId }: Shop, at = systemClock.now()) => ({
  tenantId,
  actor: { kind: "system", job: "check-domain" } as const,
  clock: fixedClock(at),
});

async function verified(shop: Shop, host: string, fake = services()): Promise<string> {
  const id = await added(shop, host);
  await prove(id, host, fake);
  expect(await checkDomain(scopeOf(shop), { id }, fake)).toMatchObject({
    ok: true,
    value: { status: "verified" },
  });
  return id;
}

async function viewOf(shop: Shop, id: string) {
  const addresses = await shop.run(readAddresses);
  return addresses.ok ? addresses.value.domains.find((domain) => domain.id === id) : undefined;
}

describe("a domain of a business's own", () => {
  it("is served once its TXT record says so, and links lead to it", async () => {
    const shop = await aShop();
    const fake = services();
    const id = await added(shop, "https://Book.First.example/");
    expect(await checkDomain(scopeOf(shop), { id }, fake)).toMatchObject({ value: { status: "pending" } });
    expect(await resolveTenant({ host: "book.first.example" })).toMatchObject({ ok: false });
    expect(await viewOf(shop, id)).toMatchObject({
      host: "book.first.example",
      status: "pending",
      problem: expect.stringContaining("no TXT record"),
      records: [{ type: "CNAME" }, { type: "TXT", name: "_slotkeeper.book.first.example" }],
    });
    await prove(id, "book.first.example", fake);
    const later = scopeOf(shop, systemClock.now() + 10_000);
    expect(await checkDomain(later, { id }, fake)).toEqual({
      ok: true,
      value: { status: "verified", problem: null, givesUp: false },
    });
    expect(await resolveTenant({ host: "book.first.example" })).toMatchObject({
      value: { tenantId: shop.tenantId, hostKind: "custom", customHost: "book.first.example" },
    });
    const addresses = await shop.run(readAddresses);
    expect(addresses).toMatchObject({
      value: { canonical: { way: "custom", url: "http://book.first.example:3000" } },
    });
  });

  it("is free for others at once when it is removed, and not served", async () => {
    const [first, second] = [await aShop(), await aShop()];
    const id = await verified(first, "book.moving.example");
    expect(await first.run((ctx) => removeDomain(ctx, { id }))).toMatchObject({ ok: true });
    expect(await resolveTenant({ host: "book.moving.example" })).toMatchObject({ ok: false });
    await verified(second, "book.moving.example");
    expect(await resolveTenant({ host: "book.moving.example" })).toMatchObject({
      value: { tenantId: second.tenantId },
    });
  });

  it("has one winner when two businesses prove it at once", async () => {
    const shops = await Promise.all(Array.from({ length: 6 }, () => aShop()));
    const host = "book.wanted.example";
    const fake = services();
    const ids = await Promise.all(shops.map((shop) => added(shop, host)));
    const { rows } = await database.superuser.query("SELECT token FROM domain WHERE host = $1", [host]);
    fake.texts.set(
      `_slotkeeper.${host}`,
      rows.map(({ token }) => token),
    );
    const outcomes = await Promise.all(
      shops.map((shop, index) => checkDomain(scopeOf(shop), { id: ids[index] ?? "" }, fake)),
    );
    const states = outcomes.map((outcome) => outcome.ok && outcome.value.status);
    expect(states.filter((state) => state === "verified")).toHaveLength(1);
    const winner = shops[states.indexOf("verified")];
    expect(await resolveTenant({ host })).toMatchObject({ value: { tenantId: winner?.tenantId } });
    const loser = outcomes.find((outcome) => outcome.ok && outcome.value.status === "pending");
    expect(loser).toMatchObject({ value: { problem: `${host} is in use by another business.` } });
  });

  it("is refused in words where it cannot be had, and nothing is told of whose it is", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    await verified(other, "book.theirs.example");
    await added(shop, "book.mine.example");
    const add = (host: string) => shop.run((ctx) => addDomain(ctx, AddDomainInput.parse({ host })));
    expect(await add("book.theirs.example")).toEqual({
      ok: false,
      reason: "inUse",
      message: "book.theirs.example is in use.",
      details: { field: "host" },
    });
    expect(await add("book.mine.example")).toMatchObject({ reason: "inUse" });
    expect(await add("harbor.localhost")).toMatchObject({ reason: "invalid" });
    expect(await add("127.0.0.1")).toMatchObject({
      reason: "invalid",
      message: expect.stringContaining("machine"),
    });
  });

  it("needs a plan with domains", async () => {
    const shop = await aShop();
    await shop.run((ctx) =>
      assignPlan(ctx, { planId: "standalone-free", billedBy: "platform", status: "active" }),
    );
    const refused = await shop.run((ctx) => addDomain(ctx, { host: "book.free.example", kind: "custom" }));
    expect(refused).toMatchObject({ reason: "planLimit", details: { liftedById: "standalone-starter" } });
    expect(await shop.run((ctx) => addDomain(ctx, { host: "www.free.example", kind: "site" }))).toMatchObject(
      { ok: true },
    );
  });

  it("is for owners and admins to change", async () => {
    const shop = await aShop();
    const id = await added(shop, "book.rights.example");
    for (const as of [aMember("staff"), aVisitor]) {
      const input = { host: "x.example", kind: "custom" } as const;
      expect(await shop.run((ctx) => addDomain(ctx, input), { as })).toMatchObject({ reason: "forbidden" });
      expect(await shop.run((ctx) => removeDomain(ctx, { id }), { as })).toMatchObject({
        reason: "forbidden",
      });
      expect(await shop.run((ctx) => preferDomain(ctx, { id }), { as })).toMatchObject({
        reason: "forbidden",
      });
      expect(await shop.run(readAddresses, { as })).toMatchObject({ reason: "forbidden" });
      const asked = checkDomain({ tenantId: shop.tenantId, actor: as }, { id }, services());
      expect(await asked).toMatchObject({ reason: "forbidden" });
    }
  });

  it("stays served when its records are gone later, and says so", async () => {
    const shop = await aShop();
    const id = await verified(shop, "book.broken.example");
    const tomorrow = systemClock.now() + day;
    await checkDomain(jobOf(shop, tomorrow), { id }, services());
    expect(await viewOf(shop, id)).toMatchObject({
      status: "verified",
      problem: expect.stringContaining("TXT"),
    });
    expect(await resolveTenant({ host: "book.broken.example" })).toMatchObject({ ok: true });
  });

  it("can be made the main one of several", async () => {
    const shop = await aShop();
    const first = await verified(shop, "one.several.example");
    const second = await verified(shop, "two.several.example");
    expect(await viewOf(shop, first)).toMatchObject({ main: true });
    await shop.run((ctx) => preferDomain(ctx, { id: second }));
    expect(await viewOf(shop, first)).toMatchObject({ main: false });
    expect(await viewOf(shop, second)).toMatchObject({ main: true });
    const waiting = await added(shop, "three.several.example");
    expect(await shop.run((ctx) => preferDomain(ctx, { id: waiting }))).toMatchObject({
      reason: "wrongState",
    });
  });
});

describe("looking for a domain's records", () => {
  it("is due at once, then later, and stops loudly after a week until it is asked for again", async () => {
    const shop = await aShop();
    const id = await added(shop, "book.patient.example");
    const due = async () => (await withPlatform(listDueDomains)).some(({ domainId }) => domainId === id);
    expect(await due()).toBe(true);
    await checkDomain(jobOf(shop), { id }, services());
    expect(await due()).toBe(false);
    await checkDomain(jobOf(shop, systemClock.now() + 8 * day), { id }, services());
    expect(await viewOf(shop, id)).toMatchObject({
      givenUp: true,
      problem: expect.stringContaining("stopped"),
    });
    const { rows } = await database.superuser.query(
      "SELECT type FROM event WHERE tenant_id = $1 AND subject_id = $2 ORDER BY at",
      [shop.tenantId, id],
    );
    expect(rows.map(({ type }) => type)).toEqual(["domain.added", "domain.givenUp"]);
    await checkDomain(scopeOf(shop, systemClock.now() + 9 * day), { id }, services());
    expect(await viewOf(shop, id)).toMatchObject({ givenUp: false });
  });
});

describe("a certificate", () => {
  const pending = {
    providerId: "cf-1",
    status: "pending",
    records: [{ type: "TXT", name: "_acme.x", value: "v" }],
  } as const;

  it("is asked for once a domain is verified, and its state and records are shown", async () => {
    const shop = await aShop();
    const fake = services({ ...pending, records: [...pending.records] });
    const id = await verified(shop, "book.tls.example", fake);
    expect(fake.asked).toEqual(["create book.tls.example"]);
    expect(await viewOf(shop, id)).toMatchObject({
      tlsStatus: "pending",
      records: [{}, {}, { type: "TXT", name: "_acme.x", value: "v", purpose: "certificate" }],
    });
    const ready = services({ ...pending, records: [], status: "active" });
    await prove(id, "book.tls.example", ready);
    await checkDomain(jobOf(shop, systemClock.now() + day), { id }, ready);
    expect(ready.asked).toEqual(["read cf-1"]);
    expect(await viewOf(shop, id)).toMatchObject({ tlsStatus: "active" });
  });

  it("that cannot be asked for leaves the domain verified, says so, and is asked for again", async () => {
    const shop = await aShop();
    const fake = services();
    const away = { ...fake.certificates, create: () => Promise.reject(new Error("away")) };
    const id = await verified(shop, "book.away.example", { ...fake, certificates: away });
    expect(await viewOf(shop, id)).toMatchObject({
      status: "verified",
      tlsStatus: null,
      problem: expect.stringContaining("did not answer"),
    });
    const soon = systemClock.now() + 6 * 60_000;
    const { rows } = await database.superuser.query(
      "SELECT next_check_at < to_timestamp($2) AS due FROM domain WHERE id = $1",
      [id, soon / 1000],
    );
    expect(rows).toEqual([{ due: true }]);
  });

  it("is given back by a job when the domain is removed", async () => {
    const shop = await aShop();
    const id = await verified(shop, "book.back.example", services({ ...pending, records: [] }));
    await shop.run((ctx) => removeDomain(ctx, { id }));
    const { rows } = await database.superuser.query(
      "SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'remove-certificate'",
    );
    expect(rows).toEqual([{ key: "remove-certificate:cf-1" }]);
  });
});

describe("whether a certificate may be made", () => {
  it("is said of verified domains, of businesses' subdomains and of our own name, and of nothing else", async () => {
    const shop = await aShop({ slug: "asked-for" });
    await verified(shop, "book.asked.example");
    await added(shop, "pending.asked.example");
    await database.superuser.query(
      "INSERT INTO host (name, business_id, kind) VALUES ('site.asked.example', $1, 'site')",
      [shop.tenantId],
    );
    for (const host of ["book.asked.example", "BOOK.asked.example", "asked-for.localhost", "localhost"]) {
      expect(await isServedHost(host), host).toBe(true);
    }
    const others = [
      "pending.asked.example",
      "site.asked.example",
      "nobody.localhost",
      "a.b.localhost",
      "evil.example",
      "",
      "127.0.0.1",
    ];
    for (const host of others) expect(await isServedHost(host), host).toBe(false);
  });
});
