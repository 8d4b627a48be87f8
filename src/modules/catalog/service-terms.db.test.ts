import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { archiveResource } from "./archive-resource.ts";
import { readService } from "./read-service.ts";
import { saveResource } from "./save-resource.ts";
import { saveService } from "./save-service.ts";

useDatabase();
const at = "2027-03-01T08:00:00Z";
const cut = { name: "Cut", durationMin: 30, priceMinor: 4500 };

async function resourceOf(shop: Shop, name: string): Promise<string> {
  const saved = await shop.run((ctx) => saveResource(ctx, { name }));
  if (!saved.ok) throw new Error(saved.message);
  return saved.value.id;
}

describe("how a service is offered", () => {
  it("is taken and given back", async () => {
    const shop = await aShop().withStaff().withStaff();
    const [ana, ben] = shop.staff.map(({ id }) => id) as [string, string];
    const terms = {
      slotIntervalMin: 60,
      startGrid: "clock" as const,
      maxPerDay: 4,
      maxPerWeek: 12,
      assignment: "weight" as const,
      staffNeeded: 2,
      weights: { [ana]: 3, [ben]: 1 },
    };
    const saved = await shop.run((ctx) => saveService(ctx, { ...cut, ...terms, staffIds: [ana, ben] }));
    const kind = { kind: "individual", capacity: 1, requirements: [], warnings: [] };
    expect(saved).toMatchObject({ ok: true, value: { ...terms, ...kind } });
  });

  it("keeps each one's share when the people change, and starts new ones with one", async () => {
    const shop = await aShop().withStaff().withStaff();
    const [ana, ben] = shop.staff.map(({ id }) => id) as [string, string];
    const id = shop.service.id;
    await shop.run((ctx) => saveService(ctx, { ...cut, id, staffIds: [ana], weights: { [ana]: 5 } }));
    const both = await shop.run((ctx) => saveService(ctx, { ...cut, id, staffIds: [ana, ben] }));
    expect(both).toMatchObject({ value: { weights: { [ana]: 5, [ben]: 1 } } });
  });

  it("warns when it takes more people than perform it, and saves it all the same", async () => {
    const shop = await aShop();
    const input = { ...cut, staffIds: [shop.staff[0].id], staffNeeded: 3 };
    const saved = await shop.run((ctx) => saveService(ctx, input));
    expect(saved).toMatchObject({ ok: true, value: { staffNeeded: 3 } });
    expect(saved.ok && saved.value.warnings).toHaveLength(1);
  });

  it("refuses shares of people of another business", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const weights = { [other.staff[0].id]: 2 };
    expect(await mine.run((ctx) => saveService(ctx, { ...cut, weights }))).toMatchObject({
      reason: "notFound",
    });
  });
});

describe("what a service needs", () => {
  it("is one of each line, in the order in which they are shown", async () => {
    const shop = await aShop();
    const [one, two, laser] = [
      await resourceOf(shop, "Room 1"),
      await resourceOf(shop, "Room 2"),
      await resourceOf(shop, "Laser"),
    ];
    const id = shop.service.id;
    const requirements = [[laser], [two, one]];
    const saved = await shop.run((ctx) => saveService(ctx, { ...cut, id, requirements }));
    expect(saved).toMatchObject({ value: { requirements: [[laser], [one, two]] } });
    const kept = await shop.run((ctx) => saveService(ctx, { ...cut, id }));
    expect(kept).toMatchObject({ value: { requirements: [[laser], [one, two]] } });
    const none = await shop.run((ctx) => saveService(ctx, { ...cut, id, requirements: [] }));
    expect(none).toMatchObject({ value: { requirements: [] } });
  });

  it("names each resource once", async () => {
    const shop = await aShop();
    const room = await resourceOf(shop, "Room 1");
    const refused = await shop.run((ctx) => saveService(ctx, { ...cut, requirements: [[room], [room]] }));
    expect(refused).toMatchObject({
      reason: "invalid",
      message: "Room 1 is in two lines: a visit takes it once, so keep it in one of them.",
      details: { field: "requirements" },
    });
  });

  it("is of this business and in use", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const [theirs, archived] = [await resourceOf(other, "Theirs"), await resourceOf(mine, "Old")];
    await mine.run((ctx) => archiveResource(ctx, { id: archived }));
    for (const id of [theirs, archived, newId()]) {
      const refused = await mine.run((ctx) => saveService(ctx, { ...cut, requirements: [[id]] }));
      expect(refused).toMatchObject({ reason: "notFound" });
    }
  });
});

describe("a class", () => {
  const yoga = { name: "Yoga", durationMin: 60, priceMinor: 2000, kind: "class" as const };

  it("needs seats, and shows them to visitors", async () => {
    const shop = await aShop();
    const refused = await shop.run((ctx) => saveService(ctx, yoga));
    expect(refused).toMatchObject({
      reason: "invalid",
      message: "Enter how many seats the class has.",
      details: { field: "capacity" },
    });
    const staffIds = [shop.staff[0].id];
    const saved = await shop.run((ctx) =>
      saveService(ctx, { ...yoga, capacity: 8, staffIds, staffNeeded: 2 }),
    );
    const id = saved.ok ? saved.value.id : "";
    const read = await shop.run((ctx) => readService(ctx, { id }), { as: aVisitor });
    expect(read).toMatchObject({ ok: true, value: { kind: "class", capacity: 8, staffNeeded: 1 } });
    const renamed = await shop.run((ctx) => saveService(ctx, { ...yoga, id, name: "Yin" }));
    expect(renamed).toMatchObject({ value: { name: "Yin", capacity: 8 } });
  });

  it("is what a service becomes only while no visit is coming up", async () => {
    const shop = await aShop();
    const change = { ...yoga, id: shop.service.id, capacity: 8 };
    await anAppointment(shop, { start: "2027-03-02T10:00:00Z" });
    const refused = await shop.run((ctx) => saveService(ctx, change), { at });
    expect(refused).toMatchObject({
      reason: "inUse",
      message: "It has 1 coming appointment: how it is booked can be changed when there are none.",
      details: { appointments: 1, sessions: 0 },
    });
    const later = { at: "2027-03-03T08:00:00Z" };
    expect(await shop.run((ctx) => saveService(ctx, change), later)).toMatchObject({
      value: { kind: "class", capacity: 8 },
    });
  });

  it("stops to be one only when nothing is planned", async () => {
    const shop = await aShop();
    const id = shop.service.id;
    await shop.run((ctx) => saveService(ctx, { ...yoga, id, capacity: 8 }));
    await aSession(shop, "2027-03-02T10:00:00Z");
    const visits = { ...cut, id, kind: "individual" as const };
    const refused = await shop.run((ctx) => saveService(ctx, visits), { at });
    const message =
      "It has 1 coming session and 1 class that repeats: how it is booked can be changed when there are none.";
    expect(refused).toMatchObject({ reason: "inUse", message, details: { sessions: 1, schedules: 1 } });
    await shop.run((ctx) => ctx.db.classSchedule.updateMany({ data: { archivedAt: new Date(at) } }));
    const later = { at: "2027-03-03T08:00:00Z" };
    expect(await shop.run((ctx) => saveService(ctx, visits), later)).toMatchObject({
      value: { kind: "individual", capacity: 1 },
    });
  });
});

/** A weekly class of the first service, with one session of an hour. */
async function aSession(shop: Shop, start: string): Promise<void> {
  const startsAt = new Date(start);
  await shop.run(async (ctx) => {
    const by = {
      tenantId: ctx.tenantId,
      serviceId: shop.service.id,
      staffId: shop.staff[0].id,
      locationId: shop.location.id,
    };
    const scheduleId = newId();
    const weekly = { weekday: 2, startMinute: 660, dateFrom: new Date("2027-01-01") };
    await ctx.db.classSchedule.create({ data: { ...by, ...weekly, id: scheduleId }, select: { id: true } });
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    const when = { startsAt, endsAt, timeZone: shop.timeZone, wallStart: "2027-03-02T11:00" };
    const session = { ...by, ...when, id: newId(), scheduleId, capacity: 8 };
    await ctx.db.classSession.create({ data: session, select: { id: true } });
  });
}
