import { describe, expect, it } from "vitest";
import { archiveStaff } from "#modules/staff/archive-staff.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { archiveService } from "./archive-service.ts";
import { listCategories } from "./list-categories.ts";
import { listServices } from "./list-services.ts";
import { readService } from "./read-service.ts";
import { removeCategory } from "./remove-category.ts";
import { restoreService } from "./restore-service.ts";
import { saveCategory } from "./save-category.ts";
import { saveService } from "./save-service.ts";

const database = useDatabase();
const cut = { name: "Men's Cut", durationMin: 30, priceMinor: 4500 };

async function eventTypes(shop: Shop): Promise<string[]> {
  const { rows } = await database.superuser.query<{ type: string }>(
    "SELECT type FROM event WHERE tenant_id = $1 ORDER BY at",
    [shop.tenantId],
  );
  return rows.map((row) => row.type);
}

async function idOf(saving: Promise<{ ok: true; value: { id: string } } | { ok: false }>): Promise<string> {
  const saved = await saving;
  if (!saved.ok) throw new Error("Not saved");
  return saved.value.id;
}

async function publicNames(shop: Shop): Promise<unknown> {
  const list = { publicOnly: true, includeArchived: false };
  const listed = await shop.run((ctx) => listServices(ctx, list), { as: aVisitor });
  if (!listed.ok) throw new Error(listed.message);
  return listed.value.categories.map((it) => [it.name, it.services.map((service) => service.name)]);
}

describe("saving a service", () => {
  it("adds it with its staff and locations and an address made from its name", async () => {
    const shop = await aShop();
    const staffIds = [shop.staff[0].id];
    const saved = await shop.run((ctx) =>
      saveService(ctx, { ...cut, staffIds, locationIds: [shop.location.id], bufferAfterMin: 10 }),
    );
    const expected = {
      slug: "mens-cut",
      staffIds,
      locationIds: [shop.location.id],
      online: true,
      bufferAfterMin: 10,
    };
    expect(saved).toMatchObject({ ok: true, value: expected });
    expect(await eventTypes(shop)).toEqual(["service.added"]);
  });

  it("numbers an address made from a name that is taken", async () => {
    const shop = await aShop();
    await shop.run((ctx) => saveService(ctx, cut));
    const second = await shop.run((ctx) => saveService(ctx, cut));
    expect(second).toMatchObject({ ok: true, value: { slug: "mens-cut-2" } });
  });

  it("refuses a chosen address that is taken, in words", async () => {
    const shop = await aShop();
    const refused = await shop.run((ctx) => saveService(ctx, { ...cut, slug: shop.service.slug }));
    const message = "Another service has this address: choose a different one.";
    expect(refused).toEqual({ ok: false, reason: "inUse", message });
    expect(await eventTypes(shop)).toEqual([]);
  });

  it("changes what is given, and takes staff away when told so", async () => {
    const shop = await aShop().withService({ bufferAfterMin: 15 }).withStaff().withStaff();
    const change = { ...cut, id: shop.service.id, staffIds: [shop.staff[0].id] };
    const changed = await shop.run((ctx) => saveService(ctx, change));
    expect(changed).toMatchObject({
      ok: true,
      value: { name: "Men's Cut", slug: "service-1", bufferAfterMin: 15, staffIds: [shop.staff[0].id] },
    });
    const untouched = await shop.run((ctx) => saveService(ctx, { ...cut, id: shop.service.id }));
    expect(untouched).toMatchObject({ ok: true, value: { staffIds: [shop.staff[0].id] } });
  });

  it("refuses ids of another business and changes nothing", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const category = await idOf(other.run((ctx) => saveCategory(ctx, { name: "Theirs" })));
    const strangers = [
      { ...cut, id: other.service.id },
      { ...cut, staffIds: [other.staff[0].id] },
      { ...cut, locationIds: [other.location.id] },
      { ...cut, categoryId: category },
    ];
    for (const input of strangers) {
      expect(await mine.run((ctx) => saveService(ctx, input))).toMatchObject({
        ok: false,
        reason: "notFound",
      });
    }
    const { rows } = await database.superuser.query("SELECT name FROM service WHERE tenant_id = ANY ($1)", [
      [mine.tenantId, other.tenantId],
    ]);
    expect(rows).toEqual([{ name: "Service 1" }, { name: "Service 1" }]);
  });

  it("is for owners and admins", async () => {
    const shop = await aShop();
    for (const as of [aMember("staff"), aVisitor]) {
      expect(await shop.run((ctx) => saveService(ctx, cut), { as })).toMatchObject({ reason: "forbidden" });
    }
    expect((await shop.run((ctx) => saveService(ctx, cut), { as: aMember("admin") })).ok).toBe(true);
  });
});

describe("the catalogue", () => {
  it("is grouped in the order of categories, then of services, those without a category last", async () => {
    const shop = await aShop().withService({ name: "Loose" });
    const staffIds = [shop.staff[0].id];
    const colour = await idOf(shop.run((ctx) => saveCategory(ctx, { name: "Colour", position: 2 })));
    const cuts = await idOf(shop.run((ctx) => saveCategory(ctx, { name: "Cuts", position: 1 })));
    const service = (name: string, categoryId: string, position: number) =>
      shop.run((ctx) => saveService(ctx, { ...cut, name, categoryId, position, staffIds }));
    await service("Gloss", colour, 0);
    await service("Long", cuts, 5);
    await service("Short", cuts, 4);
    expect(await publicNames(shop)).toEqual([
      ["Cuts", ["Short", "Long"]],
      ["Colour", ["Gloss"]],
      [null, ["Loose"]],
    ]);
  });

  it("shows customers only what they can book", async () => {
    const shop = await aShop()
      .withService({ name: "Online" })
      .withService({ name: "By phone", online: false });
    await shop.run((ctx) => saveService(ctx, { ...cut, name: "Nobody performs it" }));
    expect(await publicNames(shop)).toEqual([[null, ["Online"]]]);
    const offline = shop.services[1]?.id ?? "";
    const hidden = await shop.run((ctx) => readService(ctx, { id: offline }), { as: aVisitor });
    expect(hidden).toMatchObject({ ok: false, reason: "notFound" });
    const read = await shop.run((ctx) => readService(ctx, { id: offline }), { as: aMember("staff") });
    expect(read).toMatchObject({ ok: true, value: { name: "By phone", online: false } });
    expect(await shop.run((ctx) => readService(ctx, { slug: "service-1" }), { as: aVisitor })).toMatchObject({
      ok: true,
      value: { name: "Online", staffIds: [shop.staff[0].id] },
    });
  });

  it("shows archived and offline services to the team only", async () => {
    const shop = await aShop();
    const all = { publicOnly: false, includeArchived: true };
    const visitor = await shop.run((ctx) => listServices(ctx, all), { as: aVisitor });
    expect(visitor).toMatchObject({ ok: false, reason: "forbidden" });
    await shop.run((ctx) => archiveService(ctx, { id: shop.service.id }));
    const listed = await shop.run((ctx) => listServices(ctx, all), { as: aMember("staff") });
    expect(listed.ok && listed.value.categories[0]?.services).toMatchObject([{ archived: true }]);
    const active = await shop.run((ctx) => listServices(ctx, { ...all, includeArchived: false }));
    expect(active).toEqual({ ok: true, value: { categories: [] } });
  });

  it("stops offering a service whose last performer left", async () => {
    const shop = await aShop();
    await shop.run((ctx) => archiveStaff(ctx, { id: shop.staff[0].id }));
    expect(await publicNames(shop)).toEqual([]);
  });

  it("never shows another business's services", async () => {
    const [mine, other] = [
      await aShop().withService({ name: "Mine" }),
      await aShop().withService({ name: "Theirs" }),
    ];
    expect(await publicNames(mine)).toEqual([[null, ["Mine"]]]);
    const read = await mine.run((ctx) => readService(ctx, { id: other.service.id }));
    expect(read).toMatchObject({ ok: false, reason: "notFound" });
  });
});

describe("archiving a service", () => {
  it("takes it off the catalogue, and restoring puts it back", async () => {
    const shop = await aShop();
    const id = shop.service.id;
    expect(await shop.run((ctx) => archiveService(ctx, { id }))).toEqual({ ok: true, value: { id } });
    expect(await publicNames(shop)).toEqual([]);
    expect(await shop.run((ctx) => archiveService(ctx, { id }))).toMatchObject({ reason: "notFound" });
    expect((await shop.run((ctx) => restoreService(ctx, { id }))).ok).toBe(true);
    expect(await publicNames(shop)).toEqual([[null, ["Service 1"]]]);
    expect(await shop.run((ctx) => restoreService(ctx, { id }))).toMatchObject({ reason: "notFound" });
    expect(await eventTypes(shop)).toEqual(["service.archived", "service.restored"]);
  });

  it("is for owners and admins of that business", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const id = other.service.id;
    for (const verb of [archiveService, restoreService]) {
      expect(await mine.run((ctx) => verb(ctx, { id }))).toMatchObject({ reason: "notFound" });
      expect(await other.run((ctx) => verb(ctx, { id }), { as: aMember("staff") })).toMatchObject({
        reason: "forbidden",
      });
    }
    expect(await publicNames(other)).toEqual([[null, ["Service 1"]]]);
  });
});

describe("categories", () => {
  it("are listed in order with the number of their services", async () => {
    const shop = await aShop();
    const cuts = await idOf(shop.run((ctx) => saveCategory(ctx, { name: "Cuts" })));
    await shop.run((ctx) => saveCategory(ctx, { name: "Colour" }));
    await shop.run((ctx) => saveService(ctx, { ...cut, categoryId: cuts }));
    const listed = await shop.run((ctx) => listCategories(ctx));
    expect(listed.value.categories).toMatchObject([
      { name: "Cuts", serviceCount: 1 },
      { name: "Colour", serviceCount: 0 },
    ]);
  });

  it("have a name of their own in the business", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    await shop.run((ctx) => saveCategory(ctx, { name: "Cuts" }));
    const refused = await shop.run((ctx) => saveCategory(ctx, { name: "Cuts" }));
    expect(refused).toMatchObject({ reason: "inUse", message: 'There is already a category called "Cuts".' });
    expect((await other.run((ctx) => saveCategory(ctx, { name: "Cuts" }))).ok).toBe(true);
  });

  it("are not removed while services are in them", async () => {
    const shop = await aShop();
    const id = await idOf(shop.run((ctx) => saveCategory(ctx, { name: "Cuts" })));
    const service = await idOf(shop.run((ctx) => saveService(ctx, { ...cut, categoryId: id })));
    const refused = await shop.run((ctx) => removeCategory(ctx, { id }));
    const message = "1 service is in this category: move them to another first.";
    expect(refused).toMatchObject({ reason: "inUse", message, details: { services: 1 } });
    await shop.run((ctx) => saveService(ctx, { ...cut, id: service, categoryId: null }));
    expect(await shop.run((ctx) => removeCategory(ctx, { id }))).toEqual({ ok: true, value: { id } });
  });

  it("are renamed and removed by owners and admins of that business", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const id = await idOf(other.run((ctx) => saveCategory(ctx, { name: "Theirs" })));
    expect(await mine.run((ctx) => saveCategory(ctx, { id, name: "Ours" }))).toMatchObject({
      reason: "notFound",
    });
    expect(await mine.run((ctx) => removeCategory(ctx, { id }))).toMatchObject({ reason: "notFound" });
    const as = aMember("staff");
    expect(await other.run((ctx) => removeCategory(ctx, { id }), { as })).toMatchObject({
      reason: "forbidden",
    });
    expect(await other.run((ctx) => saveCategory(ctx, { id, name: "X" }), { as })).toMatchObject({
      reason: "forbidden",
    });
    const listed = await other.run((ctx) => listCategories(ctx));
    expect(listed.value.categories).toMatchObject([{ name: "Theirs" }]);
  });
});
