import { describe, expect, it } from "vitest";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { archiveLocation } from "./archive-location.ts";
import { listTravelTimes } from "./list-travel-times.ts";
import { saveTravelTimes } from "./save-travel-times.ts";

const database = useDatabase();

async function twoPlaces() {
  const shop = await aShop().withLocation().withLocation();
  const [here, there] = shop.locations.map(({ id }) => id) as [string, string];
  const way = (fromLocationId: string, toLocationId: string, minutes = 20) => ({
    fromLocationId,
    toLocationId,
    minutes,
  });
  return { shop, here, there, way };
}

describe("travel times between locations", () => {
  it("are saved each way in place of those before, and 0 is none", async () => {
    const { shop, here, there, way } = await twoPlaces();
    const first = [way(here, there, 20), way(there, here, 25)];
    expect((await shop.run((ctx) => saveTravelTimes(ctx, { times: first }))).ok).toBe(true);
    const listed = await shop.run((ctx) => listTravelTimes(ctx), { as: aMember("staff") });
    expect(listed.ok && listed.value.times).toEqual(expect.arrayContaining(first));
    const second = [way(here, there, 30), way(there, here, 0)];
    await shop.run((ctx) => saveTravelTimes(ctx, { times: second }));
    const now = await shop.run((ctx) => listTravelTimes(ctx));
    expect(now).toEqual({ ok: true, value: { times: [way(here, there, 30)] } });
    const { rows } = await database.superuser.query("SELECT type FROM event WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    expect(rows).toEqual([{ type: "business.travel_changed" }, { type: "business.travel_changed" }]);
  });

  it("come back with a location that was archived", async () => {
    const { shop, here, there, way } = await twoPlaces();
    await shop.run((ctx) => saveTravelTimes(ctx, { times: [way(here, there)] }));
    await shop.run((ctx) => archiveLocation(ctx, { id: there }));
    await shop.run((ctx) => saveTravelTimes(ctx, { times: [] }));
    expect(await shop.run((ctx) => listTravelTimes(ctx))).toEqual({ ok: true, value: { times: [] } });
    await shop.run((ctx) => ctx.db.location.updateMany({ where: { id: there }, data: { archivedAt: null } }));
    const back = await shop.run((ctx) => listTravelTimes(ctx));
    expect(back).toMatchObject({ value: { times: [way(here, there)] } });
  });

  it("lead from one location of this business to another, once", async () => {
    const { shop, here, there, way } = await twoPlaces();
    const other = await aShop();
    const odd = [
      { times: [way(here, here)], reason: "invalid" },
      { times: [way(here, there), way(here, there, 5)], reason: "invalid" },
      { times: [way(here, other.location.id)], reason: "notFound" },
    ];
    for (const { times, reason } of odd) {
      expect(await shop.run((ctx) => saveTravelTimes(ctx, { times }))).toMatchObject({ ok: false, reason });
    }
  });

  it("are seen by the team and changed by owners and admins", async () => {
    const { shop } = await twoPlaces();
    expect(await shop.run((ctx) => listTravelTimes(ctx), { as: aVisitor })).toMatchObject({
      reason: "forbidden",
    });
    for (const as of [aMember("staff"), aVisitor]) {
      const refused = await shop.run((ctx) => saveTravelTimes(ctx, { times: [] }), { as });
      expect(refused).toMatchObject({ reason: "forbidden" });
    }
  });
});
