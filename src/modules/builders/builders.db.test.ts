import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { newId, tenantIdFrom } from "#kernel/ids.ts";
import { checkDomain } from "#modules/domains/check-domain.ts";
import { resolveTenant } from "#modules/tenants/resolve-tenant.ts";
import { aSiteBuilder } from "#testing/builders/site-builder.ts";
import { useDatabase } from "#testing/database.ts";
import { addBuilderKey } from "./add-builder-key.ts";
import { changeBuilder } from "./change-builder.ts";
import { createBuilder } from "./create-builder.ts";
import { identifyBuilder } from "./identify-builder.ts";
import { listBuilders } from "./list-builders.ts";
import { revokeBuilderKey } from "./revoke-builder-key.ts";

const database = useDatabase();
const operator = { kind: "system", job: "test" } as const;

/** A site's certificate is its builder's affair: nobody is asked for one. */
const noCertificates = {
  create: () => Promise.reject(new Error("asked for a certificate")),
  read: async () => null,
  remove: async () => {},
};

describe("keys of website builders", () => {
  it("are kept as a hash, their secrets sealed", async () => {
    const builder = await aSiteBuilder();
    const { rows } = await database.superuser.query("SELECT * FROM site_builder_key WHERE builder_id = $1", [
      builder.builderId,
    ]);
    expect(rows).toMatchObject([{ hint: builder.key.slice(-8), revoked_at: null }]);
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(builder.key);
    expect(stored).not.toContain(builder.secret);
  });

  it("work side by side until one is revoked; each step is written down", async () => {
    const builder = await aSiteBuilder("Rotating");
    const { builderId } = builder;
    const added = await withPlatform((ctx) => addBuilderKey(ctx, operator, { builderId, name: "Next" }));
    const next = added.ok ? added.value : null;
    expect(await identifyBuilder(next?.key ?? "")).toMatchObject({ builderId, name: "Rotating" });
    expect(await identifyBuilder(builder.key)).toMatchObject({ builderId });
    await withPlatform((ctx) => revokeBuilderKey(ctx, operator, { hint: builder.hint }));
    expect(await identifyBuilder(builder.key)).toBeNull();
    expect(await identifyBuilder(next?.key ?? "")).not.toBeNull();
    const again = await withPlatform((ctx) => revokeBuilderKey(ctx, operator, { hint: builder.hint }));
    expect(again).toMatchObject({ reason: "notFound" });
    const listed = (await withPlatform(listBuilders)).find(({ id }) => id === builderId);
    expect(listed?.keys.map(({ name, revokedAt }) => [name, revokedAt !== null])).toEqual([
      ["First key", true],
      ["Next", false],
    ]);
    const { rows } = await database.superuser.query(
      "SELECT type FROM platform_event WHERE subject_id = $1 ORDER BY at, id",
      [builderId],
    );
    const types = rows.map(({ type }) => type);
    expect(types.toSorted()).toEqual([
      "builder.created",
      "builder.keyAdded",
      "builder.keyAdded",
      "builder.keyRevoked",
    ]);
  });

  it("are not made for builders that are not there", async () => {
    const wish = { builderId: newId(), name: "Key" };
    const added = await withPlatform((ctx) => addBuilderKey(ctx, operator, wish));
    expect(added).toMatchObject({ reason: "notFound" });
  });
});

describe("hosts that a builder vouches for", () => {
  it("are one builder's, and not this installation's", async () => {
    const builder = await aSiteBuilder();
    const make = (siteSuffixes: string[]) =>
      withPlatform((ctx) => createBuilder(ctx, operator, { name: "Another", siteSuffixes }));
    expect(await make([`deep.${builder.suffix}`])).toMatchObject({ reason: "invalid" });
    expect(await make(["localhost.test", "localhost"])).toMatchObject({ reason: "invalid" });
    const { builderId } = builder;
    const change = (siteSuffixes: string[]) =>
      withPlatform((ctx) => changeBuilder(ctx, operator, { builderId, siteSuffixes }));
    expect(await change([builder.suffix, `more-${builder.suffix}`])).toMatchObject({ ok: true });
    expect(await identifyBuilder(builder.key)).toMatchObject({
      siteSuffixes: [builder.suffix, `more-${builder.suffix}`],
    });
  });

  it("are served after their proof in DNS otherwise", async () => {
    const builder = await aSiteBuilder();
    const host = `www.${newId().slice(0, 8)}.example`;
    const { id, site_hosts } = await builder.provision("site-1", { site_hosts: [host] });
    expect(await resolveTenant({ host })).toMatchObject({ ok: false });
    const names = {
      texts: async (name: string) =>
        name === site_hosts[0].dns_record.name ? [site_hosts[0].dns_record.value] : [],
      alias: async () => null,
      addresses: async () => [],
    };
    const domain = await database.superuser.query("SELECT id FROM domain WHERE tenant_id = $1", [id]);
    const scope = { tenantId: tenantIdFrom(id), actor: { kind: "system", job: "test" } as const };
    const settled = await checkDomain(
      scope,
      { id: domain.rows[0].id },
      { names, certificates: noCertificates },
    );
    expect(settled).toMatchObject({ ok: true, value: { status: "verified" } });
    const { body } = await builder.call("GET", "businesses/site-1");
    expect(body).toMatchObject({
      booking_url: `https://${host}/book`,
      site_hosts: [{ host, status: "verified", dns_record: null }],
    });
    expect(await resolveTenant({ host })).toMatchObject({ ok: true, value: { tenantId: id } });
  });
});
