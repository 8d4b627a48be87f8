import { describe, expect, it } from "vitest";
import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { archiveStaff } from "./archive-staff.ts";
import { listStaff } from "./list-staff.ts";
import { restoreStaff } from "./restore-staff.ts";
import { saveStaff } from "./save-staff.ts";

const database = useDatabase();
const forVisitors = { publicOnly: true, includeArchived: false };
const forTeam = { publicOnly: false, includeArchived: false };

async function publicNames(shop: Shop, serviceId?: string): Promise<string[]> {
  const listed = await shop.run((ctx) => listStaff(ctx, { ...forVisitors, serviceId }), { as: aVisitor });
  if (!listed.ok) throw new Error(listed.message);
  return listed.value.staff.map((person) => person.name);
}

describe("the list of staff", () => {
  it("keeps contact details from visitors", async () => {
    const shop = await aShop().withStaff({ name: "Ana", email: "ana@example.com" });
    const visitor = await shop.run((ctx) => listStaff(ctx, forVisitors), { as: aVisitor });
    const team = await shop.run((ctx) => listStaff(ctx, forTeam), { as: aMember("staff") });
    expect(visitor).toMatchObject({ value: { staff: [{ name: "Ana", email: null, phone: null }] } });
    expect(team).toMatchObject({ value: { staff: [{ name: "Ana", email: "ana@example.com" }] } });
    const refused = await shop.run((ctx) => listStaff(ctx, forTeam), { as: aVisitor });
    expect(refused).toMatchObject({ ok: false, reason: "forbidden" });
  });

  it("says which services and locations each works for, and finds those of one service", async () => {
    const shop = await aShop()
      .withService()
      .withService()
      .withStaff({ name: "Ana" })
      .withStaff({ name: "Ben" });
    const second = shop.services[1]?.id ?? "";
    const serviceIds = [shop.service.id];
    await shop.run((ctx) =>
      saveStaff(ctx, { id: shop.staff[1]?.id, name: "Ben", serviceIds, locationIds: [] }),
    );
    expect(await publicNames(shop, second)).toEqual(["Ana"]);
    const listed = await shop.run((ctx) => listStaff(ctx, forTeam));
    expect(listed.ok && listed.value.staff).toMatchObject([
      { name: "Ana", serviceIds: [shop.service.id, second], locationIds: [shop.location.id] },
      { name: "Ben", serviceIds, locationIds: [] },
    ]);
  });

  it("never shows another business's people", async () => {
    const [mine, other] = [
      await aShop().withStaff({ name: "Mine" }),
      await aShop().withStaff({ name: "Theirs" }),
    ];
    expect(await publicNames(mine)).toEqual(["Mine"]);
    expect(await publicNames(mine, other.service.id)).toEqual([]);
  });
});

describe("saving staff", () => {
  it("keeps limits, which visitors do not see, and takes them away when told so", async () => {
    const shop = await aShop();
    const { id, name } = shop.staff[0];
    const limits = { maxPerDay: 5, maxPerWeek: 20 };
    const saved = await shop.run((ctx) => saveStaff(ctx, { id, name, ...limits }));
    expect(saved).toMatchObject({ ok: true, value: limits });
    const visitor = await shop.run((ctx) => listStaff(ctx, forVisitors), { as: aVisitor });
    expect(visitor).toMatchObject({ value: { staff: [{ maxPerDay: null, maxPerWeek: null }] } });
    const without = await shop.run((ctx) => saveStaff(ctx, { id, name, maxPerDay: null }));
    expect(without).toMatchObject({ value: { maxPerDay: null, maxPerWeek: 20 } });
  });

  it("adds a person, who works at every location unless told otherwise", async () => {
    const shop = await aShop();
    const person = { name: "Ana", title: "Stylist", color: "#aa3366", serviceIds: [shop.service.id] };
    const saved = await shop.run((ctx) => saveStaff(ctx, person));
    expect(saved).toMatchObject({
      ok: true,
      value: { ...person, locationIds: [shop.location.id], position: 1 },
    });
    const { rows } = await database.superuser.query("SELECT type FROM event WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    expect(rows).toEqual([{ type: "staff.added" }]);
  });

  it("changes what is given and leaves the rest", async () => {
    const shop = await aShop().withStaff({ name: "Ana", email: "ana@example.com" });
    const changed = await shop.run((ctx) =>
      saveStaff(ctx, { id: shop.staff[0].id, name: "Anna", noticeMin: 60 }),
    );
    expect(changed).toMatchObject({
      ok: true,
      value: { name: "Anna", email: "ana@example.com", noticeMin: 60, serviceIds: [shop.service.id] },
    });
  });

  it("refuses ids of another business and changes nothing", async () => {
    const [mine, other] = [await aShop(), await aShop().withStaff({ name: "Theirs" })];
    const strangers = [
      { name: "X", id: other.staff[0].id },
      { name: "X", serviceIds: [other.service.id] },
      { name: "X", locationIds: [other.location.id] },
    ];
    for (const input of strangers) {
      expect(await mine.run((ctx) => saveStaff(ctx, input))).toMatchObject({ ok: false, reason: "notFound" });
    }
    expect(await publicNames(mine)).toEqual(["Staff 1"]);
    expect(await publicNames(other)).toEqual(["Theirs"]);
  });

  it("is for owners and admins", async () => {
    const shop = await aShop();
    const as = aMember("staff", shop.staff[0].id);
    const refused = await shop.run((ctx) => saveStaff(ctx, { id: shop.staff[0].id, name: "Me" }), { as });
    expect(refused).toMatchObject({ ok: false, reason: "forbidden" });
  });
});

describe("archiving staff", () => {
  it("is refused while appointments are coming up, with their number", async () => {
    const shop = await aShop().withStaff({ name: "Ana" });
    await anAppointment(shop, { start: "2027-03-02T09:00:00Z" });
    await anAppointment(shop, { start: "2027-03-02T11:00:00Z", status: "pending" });
    await anAppointment(shop, { start: "2027-03-02T13:00:00Z", status: "cancelled" });
    await anAppointment(shop, { start: "2027-03-01T09:00:00Z", status: "completed" });
    const input = { id: shop.staff[0].id };
    const refused = await shop.run((ctx) => archiveStaff(ctx, input), { at: "2027-03-01T12:00:00Z" });
    const message = "Ana still has 2 coming appointments: move or cancel them first.";
    expect(refused).toEqual({ ok: false, reason: "inUse", message, details: { appointments: 2 } });
    expect(await publicNames(shop)).toEqual(["Ana"]);
    const afterwards = await shop.run((ctx) => archiveStaff(ctx, input), { at: "2027-03-02T14:00:00Z" });
    expect(afterwards.ok).toBe(true);
  });

  it("takes the person out of lists, and restoring brings them back", async () => {
    const shop = await aShop().withStaff({ name: "Ana" }).withStaff({ name: "Ben" });
    const input = { id: shop.staff[0].id };
    await shop.run((ctx) => archiveStaff(ctx, input));
    expect(await publicNames(shop)).toEqual(["Ben"]);
    const all = await shop.run((ctx) => listStaff(ctx, { publicOnly: false, includeArchived: true }));
    expect(all).toMatchObject({ value: { staff: [{ name: "Ana", archived: true }, { archived: false }] } });
    expect(await shop.run((ctx) => archiveStaff(ctx, input))).toMatchObject({ reason: "notFound" });
    expect((await shop.run((ctx) => restoreStaff(ctx, input))).ok).toBe(true);
    expect(await publicNames(shop)).toEqual(["Ana", "Ben"]);
  });

  it("is for owners and admins of that business", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const input = { id: other.staff[0].id };
    const verbs: ((ctx: TenantContext, input: { id: string }) => Promise<Result<{ id: string }>>)[] = [
      archiveStaff,
      restoreStaff,
    ];
    for (const verb of verbs) {
      expect(await mine.run((ctx) => verb(ctx, input))).toMatchObject({ reason: "notFound" });
      expect(await other.run((ctx) => verb(ctx, input), { as: aMember("staff") })).toMatchObject({
        reason: "forbidden",
      });
    }
    expect(await publicNames(other)).toEqual(["Staff 1"]);
  });
});
