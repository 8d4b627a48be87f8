import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aResource } from "#testing/builders/resource.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { loadSchedule, type ScheduleRequest } from "./load-schedule.ts";
import type { Claims } from "./rules/find-starts.ts";

const database = useDatabase();
/** A Tuesday. */
const window = { from: parseInstant("2026-12-01T00:00:00Z"), until: parseInstant("2026-12-02T00:00:00Z") };

const load = (shop: Shop, request: Partial<ScheduleRequest> = {}) =>
  shop.run((ctx) => loadSchedule(ctx, { serviceId: shop.service.id, window, ...request }));

const changeService = (shop: Shop, data: object) =>
  shop.run((ctx) => ctx.db.service.updateMany({ where: { id: shop.service.id }, data }));

const changeStaff = (shop: Shop, data: object) =>
  shop.run((ctx) => ctx.db.staff.updateMany({ where: { id: shop.staff[0].id }, data }));

/** Claims the time of staff and units of resources, as a booking would. */
async function claim(
  shop: Shop,
  subjectIds: string[],
  [start, end]: [string, string],
  locationId: string | null = null,
) {
  const [row] = await shop.run((ctx) =>
    ctx.sql<{ won: boolean }>("SELECT claim_time($1, 'block', NULL, NULL, $2, $3, $4, $5) AS won", [
      ...[ctx.tenantId, locationId, subjectIds, start, end],
    ]),
  );
  expect(row?.won).toBe(true);
}

const spansOf = ({ starts, ends, first, last }: Claims) =>
  Array.from({ length: last - first }, (_, index) => [starts[first + index], ends[first + index]]);
const minutes = (...instants: string[]) => instants.map(parseInstant);

describe("the service and who performs it", () => {
  it("come with how they are taken and how often", async () => {
    const shop = await aShop().withStaff({ name: "Ada" });
    const limits = { maxPerDay: 3, maxPerWeek: 9 };
    await changeService(shop, { startGrid: "clock", assignment: "order", staffNeeded: 2, ...limits });
    await changeStaff(shop, { maxPerDay: 2, maxPerWeek: 7, noticeMin: 30, horizonDays: 20 });
    const { service, staff, places } = await load(shop);
    expect(service).toMatchObject({ kind: "individual", assignment: "order", staffNeeded: 2, ...limits });
    expect(service?.visit).toMatchObject({ duration: 60, slotInterval: 15, grid: "clock" });
    expect(staff[0]).toMatchObject({ maxPerDay: 2, maxPerWeek: 7, noticeMin: 30, horizonDays: 20 });
    expect(places).toEqual([{ id: shop.location.id, name: "Location 1", timeZone: "Europe/Berlin" }]);
  });

  it("are everybody where a visit takes several, whoever was chosen", async () => {
    const shop = await aShop().withStaff().withStaff();
    const staffId = shop.staff[1]?.id as string;
    expect((await load(shop, { staffId })).staff.map(({ id }) => id)).toEqual([staffId]);
    await changeService(shop, { staffNeeded: 2 });
    expect((await load(shop, { staffId })).staff).toHaveLength(2);
  });

  it("have visits counted for shares only when somebody is to be chosen by them", async () => {
    const shop = await aShop().withStaff().withStaff();
    const [first] = shop.staff;
    for (const start of ["2026-11-02T09:00:00Z", "2026-12-30T09:00:00Z"])
      await anAppointment(shop, { start });
    await anAppointment(shop, { start: "2026-10-20T09:00:00Z" });
    await anAppointment(shop, { start: "2026-12-10T09:00:00Z", status: "cancelled" });
    const moving = await anAppointment(shop, { start: "2026-12-11T09:00:00Z" });
    await shop.run((ctx) =>
      ctx.db.staffService.updateMany({ where: { staffId: first.id }, data: { weight: 5 } }),
    );
    const shares = async (request: Partial<ScheduleRequest>) =>
      (await load(shop, request)).staff.map(({ weight, recentVisits }) => [weight, recentVisits]);
    expect(await shares({ choosing: true })).toEqual([
      [5, 0],
      [1, 0],
    ]);
    await changeService(shop, { assignment: "weight" });
    expect(await shares({})).toEqual([
      [5, 0],
      [1, 0],
    ]);
    expect(await shares({ choosing: true, ignoreAppointmentId: moving.id })).toEqual([
      [5, 2],
      [1, 0],
    ]);
  });
});

describe("rules", () => {
  const rule = (shop: Shop, data: object) =>
    shop.run(async (ctx) => {
      const id = newId();
      await ctx.db.availabilityRule.create({ data: { tenantId: ctx.tenantId, id, kind: "weekly", ...data } });
      return id;
    });
  const dates = (from: string, to: string) => ({ dateFrom: new Date(from), dateTo: new Date(to) });

  it("come with their rank, rhythm and dates", async () => {
    const shop = await aShop();
    const locationId = shop.location.id;
    const hours = { weekday: 2, startMinute: 540, endMinute: 600 };
    const biweekly = { everyWeeks: 2, anchorDate: new Date("2026-11-30"), priority: 7 };
    const ids = [
      await rule(shop, { ...hours, ...biweekly, serviceId: shop.service.id, locationId }),
      await rule(shop, { ...hours, kind: "monthly", nthOfMonth: -1, dateFrom: new Date("2026-12-01") }),
    ];
    const { ruleRows } = await load(shop);
    const [scoped, monthly] = ids.map((id) => ruleRows.find((row) => row.id === id));
    const anchorDay = parseLocalDate("2026-11-30");
    expect(scoped).toMatchObject({
      everyWeeks: 2,
      anchorDay,
      priority: 7,
      serviceId: shop.service.id,
      locationId,
    });
    const firstDay = parseLocalDate("2026-12-01");
    expect(monthly).toMatchObject({ kind: "monthly", nthOfMonth: -1, weekday: 2, firstDay, lastDay: null });
  });

  it("are those that count, of the service and its people, around the window", async () => {
    const shop = await aShop().withService().withService();
    const weekly = { weekday: 1, startMinute: 60, endMinute: 120 };
    const override = { kind: "override" };
    const other = { serviceId: shop.services[1]?.id as string };
    // Recurring rules of another season say at least that there are hours.
    const loaded = [
      await rule(shop, { ...weekly, ...dates("2020-01-01", "2020-02-01") }),
      await rule(shop, { ...override, ...dates("2026-12-01", "2026-12-01") }),
      await rule(shop, {
        kind: "time_off",
        ...dates("2026-01-01", "2027-12-31"),
        serviceId: shop.service.id,
      }),
    ];
    const left = [
      await rule(shop, { ...weekly, ...other }),
      await rule(shop, { ...weekly, removedAt: new Date("2026-06-01") }),
      await rule(shop, { ...override, ...dates("2026-06-01", "2026-06-30") }),
    ];
    const ids = (await load(shop)).ruleRows.map(({ id }) => id);
    for (const id of loaded) expect(ids).toContain(id);
    for (const id of left) expect(ids).not.toContain(id);
  });

  it("name the holidays of a place: those of its own calendar, else of the business's", async () => {
    const shop = await aShop().withLocation().withLocation();
    const bothDays = {
      from: parseInstant("2026-12-24T00:00:00Z"),
      until: parseInstant("2026-12-29T00:00:00Z"),
    };
    const calendar = (data: object) =>
      shop.run((ctx) =>
        ctx.db.holidayCalendar.create({
          data: { tenantId: ctx.tenantId, id: newId(), country: "DE", ...data },
        }),
      );
    const closed = async () =>
      (await load(shop, { window: bothDays })).ruleRows
        .filter(({ kind }) => kind === "holiday")
        .map(({ locationId, firstDay }) => [locationId, formatLocalDate(firstDay ?? 0)])
        .filter(([, date]) => (date ?? "") < "2027");
    expect(await closed()).toEqual([]);
    await calendar({ worked: ["12-26"] });
    await calendar({ country: "GB", region: "SCT", locationId: shop.locations[1]?.id });
    expect(await closed()).toEqual([
      [shop.locations[0]?.id, "2026-12-25"],
      [shop.locations[1]?.id, "2026-12-25"],
      [shop.locations[1]?.id, "2026-12-26"],
      // Boxing Day was a Saturday.
      [shop.locations[1]?.id, "2026-12-28"],
    ]);
  });
});

describe("resources", () => {
  it("come by requirement, with the units that are left and their claims and rules", async () => {
    const shop = await aShop().withService().withService();
    const room = await aResource(shop, { units: 2 });
    const laser = await aResource(shop, { name: "Laser", requirement: 2 });
    const serviceId = shop.services[1]?.id as string;
    const unneeded = await aResource(shop, { name: "Chair", serviceId });
    await shop.run(async ({ db, tenantId }) => {
      const day = { dateFrom: new Date("2026-12-01"), dateTo: new Date("2026-12-01") };
      const data = [room, unneeded].map(({ id }) => ({
        tenantId,
        id: newId(),
        kind: "time_off",
        resourceId: id,
        ...day,
      }));
      await db.availabilityRule.createMany({ data });
    });
    const [, second] = room.unitIds as [string, string];
    await claim(shop, [second, shop.staff[0].id], ["2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z"]);
    const { service, resources, staff, ruleRows } = await load(shop);
    expect(service?.requirements).toEqual([[room.id], [laser.id]]);
    const busy = [minutes("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z")];
    const units = resources.map(({ id, units: of }) => [
      id,
      of.map((unit) => [unit.id, spansOf(unit.claims)]),
    ]);
    expect(new Map(units as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        [
          room.id,
          [
            [room.unitIds[0], []],
            [second, busy],
          ],
        ],
        [laser.id, [[laser.unitIds[0], []]]],
      ]),
    );
    expect(spansOf(staff[0]?.claims as Claims)).toEqual(busy);
    expect(ruleRows.filter(({ resourceId }) => resourceId).map(({ resourceId }) => resourceId)).toEqual([
      room.id,
    ]);
  });

  it("leave a requirement that nothing can meet any more", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop);
    const archivedAt = new Date("2026-01-01");
    await shop.run(({ db }) => db.resource.updateMany({ where: { id }, data: { archivedAt } }));
    const { service, resources } = await load(shop);
    expect([service?.requirements, resources]).toEqual([[[]], []]);
  });
});

describe("ways between locations", () => {
  it("bring the places of claims along, and claims as far away as the longest of them", async () => {
    const shop = await aShop().withLocation().withLocation();
    const [here, there] = shop.locations.map(({ id }) => id) as [string, string];
    const staffId = shop.staff[0].id;
    await claim(shop, [staffId], ["2026-11-30T20:00:00Z", "2026-11-30T21:00:00Z"], there);
    await claim(shop, [staffId], ["2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z"], here);
    await claim(shop, [staffId], ["2026-12-01T12:00:00Z", "2026-12-01T13:00:00Z"]);
    const before = await load(shop);
    expect(spansOf(before.staff[0]?.claims as Claims)).toHaveLength(2);
    expect([before.staff[0]?.claims.places, before.travel.size]).toEqual([undefined, 0]);
    const way = { tenantId: shop.tenantId, fromLocationId: here, toLocationId: there, minutes: 150 };
    await shop.run((ctx) => ctx.db.travelTime.create({ data: way }));
    const { staff, travel } = await load(shop);
    expect(staff[0]?.claims.places).toEqual([there, here, null]);
    expect(travel.get(here)?.get(there)).toBe(150);
  });
});

describe("holds", () => {
  it("count while they live, unless they are the asker's own", async () => {
    const shop = await aShop();
    const holdId = newId();
    await database.superuser.query(
      `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, location_id, starts_at, ends_at, expires_at)
       VALUES ($1, $2::uuid, $2::uuid::text, $3, $4, $5, '2026-12-01T10:00Z', '2026-12-01T11:00Z', now() + interval '1 hour')`,
      [shop.tenantId, holdId, shop.service.id, shop.staff[0].id, shop.location.id],
    );
    const keep = `SELECT claim_time($1, 'hold', $2, now() + $3::interval, $4, ARRAY[$5::uuid], '2026-12-01T10:00Z', '2026-12-01T11:00Z')`;
    const values = [shop.tenantId, holdId, "1 hour", shop.location.id, shop.staff[0].id];
    await database.superuser.query(keep, values);
    const claimed = async (request: Partial<ScheduleRequest> = {}) =>
      spansOf((await load(shop, request)).staff[0]?.claims as Claims).length;
    expect([await claimed(), await claimed({ ignoreHoldId: holdId })]).toEqual([1, 0]);
    await database.superuser.query("UPDATE occupancy SET expires_at = now() WHERE hold_id = $1", [holdId]);
    expect(await claimed()).toBe(0);
  });
});
