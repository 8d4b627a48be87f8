import { describe, expect, it } from "vitest";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { archiveLocation } from "./archive-location.ts";
import { listLocations } from "./list-locations.ts";
import { readBusiness } from "./read-business.ts";
import { resolveTenant } from "./resolve-tenant.ts";
import { saveLocation } from "./save-location.ts";
import { UpdateBusinessInput } from "./schema.ts";
import { updateBusiness } from "./update-business.ts";

const database = useDatabase();

async function eventTypes(tenantId: string): Promise<string[]> {
  const { rows } = await database.superuser.query<{ type: string }>(
    "SELECT type FROM event WHERE tenant_id = $1 ORDER BY at",
    [tenantId],
  );
  return rows.map((row) => row.type);
}

describe("resolving a business", () => {
  it("finds it by its slug, in whatever case it was typed", async () => {
    const shop = await aShop({ slug: "corner-barber" });
    const found = await resolveTenant({ slug: "Corner-Barber" });
    const { tenantId, timeZone } = shop;
    const hosts = { customHost: null, siteHost: null, siteOrigin: null, hostKind: null };
    const expected = {
      tenantId,
      slug: "corner-barber",
      mode: "standalone",
      status: "active",
      timeZone,
      ...hosts,
    };
    expect(found).toEqual({ ok: true, value: expected });
  });

  it("finds it by a verified host, with or without port", async () => {
    const shop = await aShop();
    await database.superuser.query("INSERT INTO host (name, business_id) VALUES ('book.example.com', $1)", [
      shop.tenantId,
    ]);
    expect(await resolveTenant({ host: "Book.Example.com:3000" })).toMatchObject({
      ok: true,
      value: { tenantId: shop.tenantId },
    });
  });

  it("finds suspended businesses but not deleted ones", async () => {
    const suspended = await aShop({ status: "suspended" });
    const deleted = await aShop({ status: "deleted" });
    expect(await resolveTenant({ slug: suspended.slug })).toMatchObject({
      ok: true,
      value: { status: "suspended" },
    });
    expect(await resolveTenant({ slug: deleted.slug })).toMatchObject({ ok: false, reason: "notFound" });
  });

  it.each([
    { slug: "nobody-here" },
    { slug: "dashboard" },
    { slug: "' OR 1=1" },
    { host: "unknown.example.com" },
    { host: "" },
  ])("says that there is none at %j", async (by) => {
    expect(await resolveTenant(by)).toMatchObject({ ok: false, reason: "notFound" });
  });
});

describe("the business", () => {
  it("shows its profile and its locations to everybody, without archived ones", async () => {
    const shop = await aShop({ name: "Corner Barber" })
      .withLocation({ name: "Main" })
      .withLocation({ name: "Old" });
    const old = shop.locations[1]?.id ?? "";
    await shop.run((ctx) => archiveLocation(ctx, { id: old }));
    const read = await shop.run((ctx) => readBusiness(ctx), { as: aVisitor });
    expect(read).toMatchObject({ ok: true, value: { name: "Corner Barber", timeZone: "Europe/Berlin" } });
    expect(read.ok && read.value.locations.map((location) => location.name)).toEqual(["Main"]);
  });

  it("changes what is given and leaves the rest", async () => {
    const shop = await aShop({ name: "Before" });
    const input = UpdateBusinessInput.parse({ tagline: " Sharp cuts ", accentColor: "#AABBCC", phone: "" });
    const changed = await shop.run((ctx) => updateBusiness(ctx, input));
    const expected = { name: "Before", tagline: "Sharp cuts", accentColor: "#aabbcc", phone: null };
    expect(changed).toMatchObject({ ok: true, value: expected });
    expect(await eventTypes(shop.tenantId)).toEqual(["business.updated"]);
  });

  it("changes only the business whose scope it is", async () => {
    const [mine, other] = [await aShop({ name: "Mine" }), await aShop({ name: "Other" })];
    await mine.run((ctx) => updateBusiness(ctx, { name: "Renamed" }));
    expect(await other.run((ctx) => readBusiness(ctx))).toMatchObject({ value: { name: "Other" } });
  });

  it("is changed by owners and admins only", async () => {
    const shop = await aShop({ name: "Before" });
    for (const actor of [aVisitor, aMember("staff")]) {
      const refused = await shop.run((ctx) => updateBusiness(ctx, { name: "After" }), { as: actor });
      expect(refused).toMatchObject({ ok: false, reason: "forbidden" });
    }
    expect(await eventTypes(shop.tenantId)).toEqual([]);
    const allowed = await shop.run((ctx) => updateBusiness(ctx, { name: "After" }), { as: aMember("admin") });
    expect(allowed).toMatchObject({ ok: true, value: { name: "After" } });
  });
});

describe("locations", () => {
  it("take the business's time zone and come after the others", async () => {
    const shop = await aShop({ timeZone: "Asia/Tokyo" });
    const added = await shop.run((ctx) => saveLocation(ctx, { name: "Shibuya", city: "Tokyo" }));
    expect(added).toMatchObject({
      ok: true,
      value: { timeZone: "Asia/Tokyo", isPrimary: false, position: 1 },
    });
    expect(await eventTypes(shop.tenantId)).toEqual(["location.added"]);
  });

  it("have one primary: marking another moves the mark", async () => {
    const shop = await aShop();
    const added = await shop.run((ctx) => saveLocation(ctx, { name: "New home", isPrimary: true }));
    expect(added.ok).toBe(true);
    const listed = await shop.run((ctx) => listLocations(ctx, { includeArchived: false }));
    expect(listed.ok && listed.value.locations.map((it) => [it.name, it.isPrimary])).toEqual([
      ["New home", true],
      ["Location 1", false],
    ]);
    const id = added.ok ? added.value.id : "";
    const unmarked = await shop.run((ctx) => saveLocation(ctx, { id, name: "New home", isPrimary: false }));
    expect(unmarked).toMatchObject({ ok: false, reason: "invalid" });
  });

  it("cannot be reached from another business", async () => {
    const [mine, other] = [await aShop(), await aShop().withLocation({ name: "Theirs" }).withLocation()];
    const id = other.location.id;
    const saved = await mine.run((ctx) => saveLocation(ctx, { id, name: "Taken over", isPrimary: true }));
    const archived = await mine.run((ctx) => archiveLocation(ctx, { id }));
    expect([saved, archived]).toMatchObject([{ reason: "notFound" }, { reason: "notFound" }]);
    const { rows } = await database.superuser.query(
      "SELECT name, is_primary, archived_at FROM location WHERE id = ANY ($1) ORDER BY name",
      [[id, mine.location.id]],
    );
    expect(rows).toEqual([
      { name: "Location 1", is_primary: true, archived_at: null },
      { name: "Theirs", is_primary: true, archived_at: null },
    ]);
  });

  it("are not archived while they are the primary one or appointments are coming up", async () => {
    const shop = await aShop().withLocation().withLocation({ name: "Branch" });
    const branch = shop.locations[1]?.id ?? "";
    await anAppointment(shop, { start: "2027-03-02T09:00:00Z", locationId: branch });
    const primary = await shop.run((ctx) => archiveLocation(ctx, { id: shop.location.id }));
    expect(primary).toMatchObject({ ok: false, reason: "invalid" });
    const busy = await shop.run((ctx) => archiveLocation(ctx, { id: branch }), {
      at: "2027-03-02T09:59:00Z",
    });
    const message = "Branch still has 1 coming appointment: move or cancel them first.";
    expect(busy).toMatchObject({ ok: false, reason: "inUse", message, details: { appointments: 1 } });
    const free = await shop.run((ctx) => archiveLocation(ctx, { id: branch }), {
      at: "2027-03-02T10:00:00Z",
    });
    expect(free.ok).toBe(true);
  });

  it("that are archived are listed for the team only", async () => {
    const shop = await aShop().withLocation().withLocation({ name: "Branch" });
    await shop.run((ctx) => archiveLocation(ctx, { id: shop.locations[1]?.id ?? "" }));
    const all = await shop.run((ctx) => listLocations(ctx, { includeArchived: true }), {
      as: aMember("staff"),
    });
    expect(all.ok && all.value.locations.map((it) => it.archived)).toEqual([false, true]);
    const visitor = await shop.run((ctx) => listLocations(ctx, { includeArchived: true }), { as: aVisitor });
    expect(visitor).toMatchObject({ ok: false, reason: "forbidden" });
  });

  it("are changed by owners and admins only", async () => {
    const shop = await aShop().withLocation().withLocation();
    const as = aMember("staff");
    const id = shop.locations[1]?.id ?? "";
    expect(await shop.run((ctx) => saveLocation(ctx, { name: "Mine" }), { as })).toMatchObject({
      reason: "forbidden",
    });
    expect(await shop.run((ctx) => archiveLocation(ctx, { id }), { as })).toMatchObject({
      reason: "forbidden",
    });
    expect(await eventTypes(shop.tenantId)).toEqual([]);
  });
});
