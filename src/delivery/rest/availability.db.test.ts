import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { getMonth } from "./availability.ts";
import { handleRestRequest } from "./handle-request.ts";

useDatabase();

/** A month that lies ahead, and a day in it. */
const month = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 7);
const day = `${month}-15`;

async function get(shop: Shop, path: string) {
  const request = new Request(
    `http://localhost/api/booking/v1/${shop.slug}/${path}&service_id=${shop.service.id}`,
  );
  const response = await handleRestRequest(request);
  return { status: response.status, body: await response.json() };
}

describe("GET availability/month", () => {
  it("answers which days are free, by the business's calendar, and the first of them", async () => {
    const shop = await aShop({ timeZone: "America/New_York" }).withStaff({ weekdays: [3] });
    const { status, body } = await get(shop, `availability/month?month=${month}`);
    const wednesdays = body.days.filter(({ date }: { date: string }) => new Date(date).getUTCDay() === 3);
    expect(status).toBe(200);
    expect(body).toMatchObject({ service_id: shop.service.id, month, timezone: "America/New_York" });
    expect(body.days.filter(({ available }: { available: boolean }) => available)).toEqual(wednesdays);
    expect(body.next_available).toBe(wednesdays[0].date);
    expect(body.days.length).toBeGreaterThan(27);
  });

  it("says null where nothing is free, and what is wrong with a question", async () => {
    const shop = await aShop({ status: "suspended" });
    expect((await get(shop, `availability/month?month=${month}`)).body).toMatchObject({
      next_available: null,
      closed: { code: "suspended" },
    });
    expect((await get(shop, "availability/month?month=2026-13")).status).toBe(400);
    expect((await get(shop, `availability/month?month=${month}&staff_id=${newId()}`)).status).toBe(404);
  });
});

describe("who asks the same at the same time", () => {
  it("is answered by the zone that the business has by then", async () => {
    const shop = await aShop({ timeZone: "America/New_York" });
    const url = new URL(`http://localhost/availability/month?month=${month}&service_id=${shop.service.id}`);
    const scope = { tenantId: shop.tenantId, actor: { kind: "customer" } } as const;
    const zones = ["America/New_York", "America/New_York", "Europe/Berlin"];
    const answers = zones.map((timeZone) =>
      getMonth({ request: new Request(url), url, params: {}, scope, timeZone }),
    );
    const bodies = await Promise.all(answers.map(async (answer) => (await answer).json()));
    expect(bodies.map(({ timezone }) => timezone)).toEqual(zones);
  });
});

describe("GET availability of a class", () => {
  it("names the sessions that have the seats wanted", async () => {
    const shop = await aShop({ timeZone: "UTC" });
    const id = newId();
    const session = {
      ...{ tenantId: shop.tenantId, id, serviceId: shop.service.id, staffId: shop.staff[0].id },
      ...{
        locationId: shop.location.id,
        timeZone: "UTC",
        wallStart: `${day}T18:00`,
        capacity: 5,
        seatsTaken: 3,
      },
      ...{ startsAt: new Date(`${day}T18:00:00Z`), endsAt: new Date(`${day}T19:00:00Z`) },
    };
    await shop.run(async ({ db }) => {
      await db.service.updateMany({ where: { id: shop.service.id }, data: { kind: "class", capacity: 5 } });
      await db.classSession.create({ data: session });
    });
    const slots = async (seats: number) =>
      (await get(shop, `availability?date=${day}&seats=${seats}`)).body.slots;
    expect(await slots(2)).toMatchObject([
      {
        start_time: `${day}T18:00:00Z`,
        session_id: id,
        seats_left: 2,
        capacity: 5,
        location_id: shop.location.id,
      },
    ]);
    expect(await slots(3)).toEqual([]);
    const { days } = (await get(shop, `availability/month?month=${month}&seats=2`)).body;
    expect(days.filter(({ available }: { available: boolean }) => available)).toEqual([
      { date: day, available: true },
    ]);
    expect((await get(shop, `availability?date=${day}&seats=0`)).status).toBe(400);
  });
});
